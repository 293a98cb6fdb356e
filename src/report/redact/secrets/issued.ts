/** Keys and tokens that their issuers give a beginning of their own: known wherever they stand. */
import type { Rule } from './rule.ts';

const BEGINNINGS = [
  // Code hosting.
  'gh[pousr]_[A-Za-z0-9]{20,255}',
  'github_pat_[A-Za-z0-9_]{20,255}',
  'gl(?:pat|dt|rt|ptt|cbt|oas|soat|agent|ft|imt|ffct)-[\\w-]{16,300}(?:\\.[\\w.]{6,20})?',
  'GR1348941[\\w-]{20}',
  'ATBB[A-Za-z0-9]{24,40}',
  'ATC?TT3x[\\w=-]{40,400}',
  // Chat.
  'xox[abeoprs]-[\\w-]{10,200}',
  'xoxe\\.xox[bp]-[\\w-]{20,200}',
  'xapp-[\\w-]{10,200}',
  // Clouds.
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}',
  'ABSK[A-Za-z0-9+/]{60,300}',
  'AIza[\\w-]{30,45}',
  'ya29\\.[\\w-]{20,400}',
  'GOCSPX-[\\w-]{20,40}',
  'do[opr]_v1_[a-f0-9]{40,80}',
  'LTAI[A-Za-z0-9]{16,24}',
  'AQVN[\\w-]{30,60}',
  'y[0-3]_[\\w-]{40,80}',
  't1\\.[A-Za-z0-9_-]{40,400}\\.[\\w-]{40,200}',
  'HRKU-[\\w-]{36,80}',
  'fm[12][ar]?_[\\w+/=]{60,400}',
  'hv[sb]\\.[\\w-]{20,300}',
  'dapi[a-f0-9]{32}',
  'tskey-[\\w-]{12,100}',
  'pul-[a-f0-9]{40}',
  'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w-]{40,50}',
  'dt0[a-z]\\d\\d\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}',
  'pscale_(?:tkn|oauth|pw)_[\\w.=-]{32,64}',
  'v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}',
  'sha256~[\\w-]{43}',
  // Payment and shops.
  '[prs]k_(?:live|test|prod)_[A-Za-z0-9]{10,200}',
  'whsec_[A-Za-z0-9]{16,100}',
  'sq0[a-z]{3}-[\\w-]{20,60}',
  'EAA[A-Za-z][\\w-]{40,300}',
  'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{20,60}',
  'access_token\\$(?:production|sandbox)\\$[a-z0-9]{16}\\$[a-f0-9]{32}',
  // Packages and builds.
  'npm_[A-Za-z0-9]{30,50}',
  'pypi-[\\w-]{40,400}',
  'rubygems_[a-f0-9]{48}',
  'dckr_(?:pat|oat)_[\\w-]{20,60}',
  'oy2[a-z0-9]{43}',
  'AKCp[A-Za-z0-9]{60,80}',
  'cmVmd[A-Za-z0-9]{59}',
  'sgp_[a-f0-9_]{40,60}',
  'PMAK-[a-f0-9]{24}-[a-f0-9]{34}',
  // Services.
  'sk-[A-Za-z0-9_-]{16,200}',
  'pplx-[A-Za-z0-9]{48}',
  'hf_[A-Za-z0-9]{20,60}',
  'SG\\.[\\w-]{16,40}\\.[\\w-]{16,80}',
  'SK[0-9a-f]{32}',
  'key-[a-f0-9]{32}',
  'xkeysib-[a-f0-9]{64}-\\w{16}',
  'gl(?:sa|c)_[\\w+/=]{32,400}',
  'lin_api_\\w{40}',
  'ntn_\\w{40,60}',
  'secret_[A-Za-z0-9]{43}',
  'sntry[su]_[\\w+/=]{40,400}',
  'NRAK-[A-Z0-9]{27}',
  'ops_eyJ[\\w+/=]{100,1000}',
  'A3-[A-Z0-9]{6}-[A-Z0-9]{6,11}(?:-[A-Z0-9]{5,6}){3,4}',
  'AGE-SECRET-KEY-1[A-Z0-9]{40,80}',
  'eyJ[\\w-]{8,2000}\\.[\\w-]{8,4000}(?:\\.[\\w-]{0,2000}){0,3}',
].join('|');

export const ISSUED: readonly Rule[] = [
  // What stands before names the owner: an id, no secret.
  { pattern: /(:(?=AA)(?<=\d{8}:))(AA[\w-]{30,40})/g },
  { pattern: /(\dQ~)([\w~.-]{31,34})/g },
  { pattern: /(\.atlasv1\.)([\w-]{60,70})/g },
  { pattern: new RegExp(`((?<![A-Za-z0-9_-]))(${BEGINNINGS})`, 'g') },
  {
    pattern: /((?<![\w.-]))([MNO][A-Za-z\d_-]{22,27}\.[\w-]{6}\.[\w-]{27,45})(?![\w.-])/g,
    isSecret: (value) => (value.match(/\d/g) ?? []).length > 2,
  },
  { pattern: /(https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)([\w/-]{8,200})/g },
  { pattern: /(https:\/\/(?:\w{1,20}\.)?discord(?:app)?\.com\/api\/webhooks\/)([\w/-]{8,200})/g },
  {
    pattern:
      /(https:\/\/(?:[\w.-]{1,80}\.webhook\.office\.com|outlook\.office(?:365)?\.com\/webhook)\/)([^\s"'<>]{8,300})/g,
  },
  { pattern: /((?<![\d-]))(\d{6}(?:-\d{6}){7})(?![\d-])/g },
];
