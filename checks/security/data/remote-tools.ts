/** Programs by which somebody else controls a computer. None of them is bad in itself. */

/** When the list was last gone through. */
export const asOf = '2026-11-24';

export interface RemoteTool {
  readonly name: string;
  /** Names of its running programs: matched whole, without `.exe`, case aside. Linux cuts them at 15 letters. */
  readonly programs: RegExp;
  /** Services or launch agents that start it without anybody being there. */
  readonly services: RegExp;
}

export const remoteTools: readonly RemoteTool[] = [
  tool('TeamViewer', /^teamviewer(?:d|_service|_desktop)?$/, /teamviewer/),
  tool('AnyDesk', /^anydesk$/, /anydesk/),
  tool('RustDesk', /^rustdesk$/, /rustdesk/),
  tool('HopToDesk', /^hoptodesk$/, /hoptodesk/),
  tool('Ammyy Admin', /^(?:aa_v3|ammyy.{0,20})$/, /ammyy/),
  tool('Supremo', /^supremo(?:service|system|helper)?$/, /supremo/),
  tool('UltraViewer', /^ultraviewer_(?:desktop|service)$/, /ultraviewer/),
  tool(
    'ScreenConnect',
    /^(?:screenconnect\..{0,30}|connectwisecontrol.{0,20})$/,
    /screenconnect|connectwisecontrol/,
  ),
  tool('LogMeIn', /^(?:logmein|lmi_rescue.{0,20}|lmiguardiansvc)$/, /logmein|lmi_rescue/),
  tool('GoToAssist', /^(?:g2ax_.{0,20}|gotoassist.{0,20}|goto resolve.{0,20})$/, /gotoassist|goto ?resolve/),
  tool('Splashtop', /^(?:srservice|srmanager|sragent|splashtop.{0,20}|srstreamer)$/, /splashtop|srservice/),
  tool('Zoho Assist', /^(?:za_connect|zaservice|zohotray|zohours)$/, /zoho ?assist/),
  tool('DWService', /^dwag(?:ent|svc|lnc)$/, /dwagent/),
  tool('Remote Utilities', /^(?:rutserv|rfusclient)$/, /rmanservice|rutserv|rmansys/),
  tool('LiteManager', /^rom(?:server|fusclient|viewer)$/, /romservice|litemanager/),
  tool('Radmin', /^rserver3$/, /rserver3|radmin/),
  tool(
    'Chrome Remote Desktop',
    /^(?:remoting_(?:host|me2me_?.{0,20})|chrome-remote-d)$/,
    /chromoting|chrome-remote-desktop|org\.chromium\.chromoting/,
  ),
  tool('Getscreen.me', /^getscreen(?:\.me)?$/, /getscreen/),
  tool('Iperius Remote', /^iperiusremote$/, /iperiusremote/),
  tool('AeroAdmin', /^aeroadmin.{0,20}$/, /aeroadmin/),
  tool('NoMachine', /^nxserver\.bin$|^nxserver$/, /nxserver|nomachine/),
  tool('Assistant (Ассистент)', /^(?:assistant_service|asts)$/, /assistantservice|my-assistant/),
  tool('NetSupport', /^client32$/, /client32|netsupport/),
  tool('Atera', /^ateraagent$/, /ateraagent/),
];

function tool(name: string, programs: RegExp, services: RegExp): RemoteTool {
  return { name, programs: new RegExp(programs.source, 'i'), services: new RegExp(services.source, 'i') };
}
