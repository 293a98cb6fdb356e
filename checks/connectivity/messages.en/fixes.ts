/** What can be done, in English. */
import type { FixWords } from '../../../src/contract.ts';

const NOTHING_LOST = 'nothing is changed for good: there is nothing to take back';

export const fixes = {
  'replug-adapter': {
    title: 'Plug the USB network adapter out and into another socket',
    noUndo: 'plug it back where it was',
  },
  'enable-adapter': { title: 'Switch the network adapter on' },
  'enable-networking': { title: 'Switch networking on' },
  'unblock-wifi': { title: 'Switch the Wi-Fi radio on' },
  'unblock-wifi-macos': { title: 'Switch Wi-Fi on' },
  'press-airplane-key': {
    title: 'Press the airplane key, or slide the Wi-Fi switch of the computer',
    noUndo: 'press it again',
  },
  'reseat-cable': {
    title: 'Push the cable in at both ends; then try another cable and another socket of the router',
    noUndo: NOTHING_LOST,
  },
  'join-wifi': {
    title: 'Forget the Wi-Fi network, choose it again and type its password',
    noUndo: 'the password is needed once more to go back',
  },
  'move-closer': { title: 'Move closer to the router, or use a cable', noUndo: NOTHING_LOST },
  'replace-cable': {
    title: 'Replace the network cable by a new one (Cat 5e or better)',
    noUndo: NOTHING_LOST,
  },
  'renew-lease-windows': {
    title: 'Ask the router for an address anew',
    noUndo: 'the router decides which address it gives',
  },
  'renew-lease-linux': {
    title: 'Ask the router for an address anew',
    noUndo: 'the router decides which address it gives',
  },
  'renew-lease-macos': {
    title: 'Ask the router for an address anew',
    noUndo: 'the router decides which address it gives',
  },
  'set-automatic-address': {
    title: 'Set address, gateway and DNS to automatic (DHCP) in the network settings',
    noUndo: 'write down what was set before you change it',
  },
  'disconnect-wrong-way': { title: 'Disconnect the connection that leads nowhere' },
  'disconnect-vpn': {
    title: 'Disconnect the VPN in its own window, and switch its kill-switch off',
    noUndo: 'connect it again in the same window',
  },
  'restart-router': {
    title: 'Unplug router and modem for 60 seconds, plug them in and wait three minutes',
    noUndo: NOTHING_LOST,
  },
  'check-router-rules': {
    title: "Look for blocked devices, a schedule or parental control on the router's page",
    noUndo: 'the page shows what was changed',
  },
  'call-provider': {
    title: 'Look for an outage and the state of your account by phone, then call the provider',
    noUndo: NOTHING_LOST,
  },
  'prefer-ipv4': {
    title: 'Let Windows prefer IPv4 (after a restart)',
  },
  'allow-in-firewall': {
    title: 'Allow the blocked program in the window of your firewall',
    noUndo: 'remove the rule there',
  },
  'flush-names-linux': {
    title: 'Forget remembered names',
    noUndo: 'nothing is lost: names are looked up anew',
  },
  'flush-names-windows': {
    title: 'Forget remembered names',
    noUndo: 'nothing is lost: names are looked up anew',
  },
  'flush-names-macos': {
    title: 'Forget remembered names',
    noUndo: 'nothing is lost: names are looked up anew',
  },
  'other-name-server-linux': { title: 'Use another name server until the next start' },
  'other-name-server-windows': { title: 'Use another name server' },
  'other-name-server-macos': { title: 'Use another name server' },
  'comment-hosts-line': { title: 'Switch the line of the hosts file off, and keep a copy of the file' },
  'remove-hosts-lines': {
    title: 'Copy the hosts file, then remove the lines shown',
    noUndo: 'put the copy back',
  },
  'sign-in': {
    title: 'Open the page of the network in a browser and sign in or accept the terms',
    noUndo: 'the sign-in ends by itself',
  },
  'proxy-off-gnome': { title: 'Switch the proxy off for this user' },
  'proxy-off-windows': { title: 'Switch the proxy off for this user' },
  'proxy-off-macos': { title: 'Switch the proxy off' },
  'remove-proxy-variable': {
    title: 'Remove the proxy from where it is set, unless your company set it',
    noUndo: 'write down what was set before you remove it',
  },
  'sign-in-to-proxy': {
    title: 'Enter name and password of the proxy in the system settings',
    noUndo: 'remove them in the same place',
  },
  'check-https-scanning': {
    title: 'Look into the HTTPS scanning of your antivirus: update it or set it anew',
    noUndo: 'the same window has it as it was',
  },
  'wait-for-site': { title: 'Look at the status page of the site, or tell its owner', noUndo: NOTHING_LOST },
  'set-mtu': { title: 'Send smaller packets through this interface until the next start' },
  'rescan-devices-windows': {
    title: 'Let Windows look for devices again',
    noUndo: 'it only looks: nothing is changed',
  },
  'enable-in-firmware': {
    title: 'Look in the firmware settings (BIOS, UEFI) whether the network adapter is switched off there',
    noUndo: 'set it back in the same place',
  },
  'enable-adapter-windows': { title: 'Switch the network adapter on' },
  'reconnect-linux': { title: 'Connect the adapter anew' },
  'set-mixed-security': {
    title: 'Set the router’s Wi-Fi security to WPA2/WPA3 mixed: old adapters do not know WPA3',
    noUndo: 'set it back on the same page of the router',
  },
  'other-band': {
    title: 'Choose the 5 GHz name of your Wi-Fi close to the router, the 2.4 GHz one far from it',
    noUndo: 'choose the other one again',
  },
  'change-channel': {
    title: 'Set another Wi-Fi channel in the router (1, 6 or 11 at 2.4 GHz), or let it choose',
    noUndo: 'set it back on the same page of the router',
  },
  'use-cable': { title: 'Connect the computer to the router with a cable', noUndo: NOTHING_LOST },
  'negotiate-speed': {
    title: 'Let adapter and router agree on the speed by themselves',
    noUndo: 'that is how adapters are delivered',
  },
  'restart-network-service': {
    title: 'Restart the network service',
    noUndo: 'it was running before too: there is nothing to take back',
  },
  'disconnect-wrong-way-by-hand': {
    title: 'Disconnect the connection that leads nowhere: a second cable, a phone, a leftover of a VPN',
    noUndo: 'connect it again in the same place',
  },
  'lift-tunnel-routes': { title: 'Take the routes away by which everything goes into the tunnel' },
  'disconnect-tunnel': { title: 'Disconnect the tunnel of the VPN' },
  'check-router-names': {
    title: 'Look which name servers stand in the router, set them to automatic, and change its password',
    noUndo: 'write down what was set before you change it',
  },
  'pause-transfers': {
    title: 'Pause downloads, uploads and the copying to clouds',
    noUndo: 'let them go on in the same windows',
  },
  'pause-antivirus': {
    title: 'Pause your antivirus in its own window for ten minutes',
    noUndo: 'it switches itself on again; see that it does',
  },
  'resume-antivirus': {
    title: 'Switch the protection of your antivirus on again',
    noUndo: 'it is how it was before',
  },
  'reset-network-windows': {
    title: 'Put the network settings of Windows back to how they were delivered (after a restart)',
    noUndo: 'fixed addresses and VPN programs have to be set up anew: write them down before',
  },
  'reset-network': {
    title: 'Remove the network connections in the settings and set them up anew',
    noUndo: 'write down what was set before you remove it',
  },
  'restart-resolver': {
    title: 'Restart the service that looks names up',
    noUndo: 'nothing is lost: names are looked up anew',
  },
  'open-sign-in-linux': {
    title: 'Open a page that the network turns into its sign-in page',
    noUndo: 'a page opens, nothing else happens',
  },
  'open-sign-in-windows': {
    title: 'Open a page that the network turns into its sign-in page',
    noUndo: 'a page opens, nothing else happens',
  },
  'open-sign-in-macos': {
    title: 'Open a page that the network turns into its sign-in page',
    noUndo: 'a page opens, nothing else happens',
  },
  'reset-service-proxy': {
    title: 'Take the proxy from the services of Windows (WinHTTP)',
    noUndo: 'write down before what this shows: netsh winhttp show proxy',
  },
  'clear-site-data': {
    title:
      'Open the site in a private window; where that helps, remove its cookies and files from the browser',
    noUndo: 'you sign in there anew',
  },
  'let-probe-through': {
    title: 'Let the system’s own test page through in the name filter, or leave it: nothing is broken',
    noUndo: 'take the exception out again',
  },
} satisfies Readonly<Record<string, FixWords>>;
