/** Antiviruses that look into every file as it is opened, by their programs on Linux and their extensions on macOS. */

export const AS_OF = '2026-11-26';

/** Names as the kernel keeps them: 15 letters. Scanners that only run when they are called are not among them. */
export const linuxAntiviruses: readonly (readonly [program: RegExp, name: string])[] = [
  [/^clamonacc$/, 'ClamAV (on access)'],
  [/^wdavdaemon/, 'Microsoft Defender'],
  [/^falcon-sensor/, 'CrowdStrike Falcon'],
  [/^(s1-|sentinelone-ag|sentinelone)/, 'SentinelOne'],
  [/^(savd|savscand|sophos_threat_d|soapd|sav-?protect)/, 'Sophos'],
  [/^(oaeventd|eraagent|esets?_daemon|eset_rtp|wapd)$/, 'ESET'],
  [/^(kesl|klnagent|kav4fs-)/, 'Kaspersky'],
  [/^(drweb-spider|drweb-gated|drweb-filechec)/, 'Dr.Web'],
  [/^(bdsecd|bdauxd|bdepsecd|epagd)$/, 'Bitdefender'],
  [/^(ds_agent|ds_am)$/, 'Trend Micro'],
  [/^(isecespd|mfetpd|mfeespd|mfeepd)$/, 'Trellix (McAfee)'],
  [/^(fsoasd|fsavd|f-secure-linuxse|fsaua)/, 'WithSecure'],
  [/^(cmdagent|cmdavd)$/, 'Comodo'],
];

/** By the beginning of an endpoint-security extension's identifier or name. */
export const macAntiviruses: readonly (readonly [extension: RegExp, name: string])[] = [
  [/microsoft\.wdav|microsoft defender/i, 'Microsoft Defender'],
  [/crowdstrike|falcon/i, 'CrowdStrike Falcon'],
  [/sentinelone|sentinel-?agent/i, 'SentinelOne'],
  [/sophos/i, 'Sophos'],
  [/\beset\b/i, 'ESET'],
  [/kaspersky/i, 'Kaspersky'],
  [/bitdefender/i, 'Bitdefender'],
  [/trendmicro|trend micro/i, 'Trend Micro'],
  [/mcafee|trellix/i, 'Trellix (McAfee)'],
  [/malwarebytes/i, 'Malwarebytes'],
  [/norton|symantec|gen digital/i, 'Norton'],
  [/\b(avast|avg)\b/i, 'Avast'],
  [/drweb|dr\.web/i, 'Dr.Web'],
  [/f-?secure|withsecure/i, 'WithSecure'],
  [/intego/i, 'Intego'],
  [/cortex|paloalto/i, 'Cortex XDR'],
];
