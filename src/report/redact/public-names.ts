/** Names of servers that everybody speaks to: they stay, with all beneath them, unless the level is strict. */

const PUBLIC: ReadonlySet<string> = new Set(
  `debian.org ubuntu.com canonical.com launchpad.net snapcraft.io fedoraproject.org redhat.com centos.org almalinux.org
  rockylinux.org opensuse.org suse.com archlinux.org alpinelinux.org gentoo.org linuxmint.com raspberrypi.com kali.org
  kernel.org gnu.org freedesktop.org gnome.org kde.org mozilla.org mozilla.com mozilla.net firefox.com
  github.com githubusercontent.com ghcr.io gitlab.com bitbucket.org sourceforge.net codeberg.org
  npmjs.org npmjs.com yarnpkg.com pypi.org pythonhosted.org python.org rubygems.org crates.io golang.org go.dev
  maven.org apache.org nodejs.org docker.com docker.io quay.io k8s.io kubernetes.io hashicorp.com
  google.com googleapis.com gstatic.com youtube.com android.com chromium.org gvt1.com
  microsoft.com microsoftonline.com windows.com windowsupdate.com msftconnecttest.com msftncsi.com live.com
  office.com office365.com outlook.com skype.com bing.com msedge.net
  apple.com icloud.com mzstatic.com aaplimg.com cdn-apple.com amazon.com
  cloudflare.com cloudflare-dns.com cloudflare.net akamai.net akamaiedge.net akamaihd.net fastly.net edgekey.net
  quad9.net opendns.com dns.google one.one.one.one adguard.com nextdns.io ntp.org pool.ntp.org time.nist.gov
  letsencrypt.org lencr.org digicert.com sectigo.com globalsign.com verisign.com icann.org iana.org root-servers.net
  gtld-servers.net ietf.org w3.org wikipedia.org facebook.com whatsapp.net discord.com telegram.org
  steampowered.com nvidia.com amd.com intel.com realtek.com dell.com hp.com lenovo.com asus.com samsung.com
  yandex.ru yandex.net ya.ru mail.ru vk.com gosuslugi.ru rt.ru astralinux.ru altlinux.org
  example.com example.org example.net systemd.network gin.ntt.net oracle.com mysql.com postgresql.org vmware.com`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

export const isPublicName = (name: string): boolean => {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  return labels.some((_, at) => at < labels.length - 1 && PUBLIC.has(labels.slice(at).join('.')));
};
