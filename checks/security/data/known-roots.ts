/** Authorities that somebody added to a computer on purpose: by name, so that nobody is frightened by his own. */

/** When the lists were last gone through. */
export const asOf = '2026-11-24';

/** What the program or state that adds it calls it. Matched within the subject, case aside. */
export const knownRoots: readonly { readonly owner: string; readonly subject: RegExp }[] = [
  { owner: 'Kaspersky', subject: /kaspersky/i },
  { owner: 'ESET', subject: /\beset\b/i },
  { owner: 'Avast', subject: /avast (?:web|mail)/i },
  { owner: 'AVG', subject: /avg (?:web|mail)/i },
  { owner: 'Bitdefender', subject: /bitdefender/i },
  { owner: 'Dr.Web', subject: /dr\.?\s?web|doctor web/i },
  { owner: 'AdGuard', subject: /adguard/i },
  { owner: 'Norton', subject: /norton (?:web|mail)|symantec/i },
  { owner: 'Zscaler', subject: /zscaler/i },
  { owner: 'Fortinet', subject: /fortinet|fortigate/i },
  { owner: 'Cisco', subject: /cisco (?:umbrella|secure)/i },
  { owner: 'Palo Alto Networks', subject: /palo alto networks/i },
  { owner: 'Netskope', subject: /netskope|goskope/i },
  { owner: 'Sophos', subject: /sophos/i },
  { owner: 'Cloudflare', subject: /cloudflare/i },
  { owner: 'Russian Trusted CA', subject: /russian trusted (?:root|sub) ca/i },
  { owner: 'FNMT', subject: /fnmt/i },
  { owner: 'DoD', subject: /dod root ca/i },
];

/**
 * SHA-1 of the roots that Windows itself brings and keeps among those that a person could have added.
 * Whatever stands in Microsoft's own list (the AuthRoot store) is left out before this is asked.
 */
export const windowsOwnRoots: readonly string[] = [
  'CDD4EEAE6000AC7F40C3802C171E30148030C072',
  '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
  '3B1EFD3A66EA28B16697394703A72CA340A05BD5',
  'A43489159A520F0D93D032CCAF37E7FE20A8B419',
  'BE36A4562FB2EE05DBB3D32323ADF445084ED656',
  '245C97DF7514E7CF2DF8BE72AE957B9E04741E85',
  '18F7C1FCC3090203FD5BAA2F861A754976C8DD25',
  '7F88CD7223F3C813818C994614A89C99FA3B5247',
  '92B46C76E13054E104F230517E6E504D43AB10B5',
  '06F1AA330B927B753A40E68CDF22E34BCBEF3352',
  '31F9FC8BA3805986B721EA7295C65B3A44534274',
  '0119E81BE9A14CD8E22F40AC118C687ECBA3F4D8',
];
