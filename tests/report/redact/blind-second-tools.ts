/** The second blind list: tools of which none is on the first. Written before a look at the rules. */
import * as w from './blind-words.ts';

const { line } = w;

export const TOOLS: readonly w.Made[] = [
  line(
    'nmap',
    (host, ip, mac) =>
      `Nmap scan report for ${host} (${ip})\nHost is up (0.0034s latency).\nPORT    STATE SERVICE VERSION\n22/tcp  open  ssh     OpenSSH 9.2p1 Debian 2+deb12u3 (protocol 2.0)\nMAC Address: ${mac} (Intel Corporate)`,
    w.fqdn,
    w.lan,
    (c) => w.mac(c).toUpperCase(),
  ),
  line('arp -a', (host, ip, mac) => `${host} (${ip}) at ${mac} [ether] on enp3s0`, w.host, w.lan, w.mac),
  line(
    'traceroute',
    (host, wan, hop, lan) =>
      `traceroute to ${host} (${wan}), 30 hops max, 60 byte packets\n 1  ${hop} (${lan})  0.512 ms  0.488 ms  0.471 ms\n 2  * * *`,
    w.fqdn,
    w.wan,
    w.host,
    w.lan,
  ),
  line(
    'getent passwd',
    (user, person, home) => `${user}:x:1004:1004:${person},Room 12,,:/srv/people/${home}:/bin/zsh`,
    w.user,
    w.person,
    w.user,
  ),
  line(
    'last -F',
    (user, ip) =>
      `${user.slice(0, 8)} pts/1        ${ip}     Tue Nov 24 08:12:01 2026 - Tue Nov 24 09:44:59 2026  (01:32)`,
    (c) => w.user(c).slice(0, 8),
    w.wan,
  ),
  line(
    'finger',
    (user, person, home) =>
      `Login: ${user}           \t\tName: ${person}\nDirectory: /home/${home}               \tShell: /bin/bash\nNever logged in.\nNo mail.`,
    w.user,
    w.person,
    w.user,
  ),
  line(
    'authorized_keys',
    (key, user, host) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${key} ${user}@${host}`,
    (c) => c.base64(43),
    w.user,
    w.host,
  ),
  line(
    'tailscale status',
    (ip, host, mail) => `100.${ip}   ${host}         ${mail} linux   active; relay "fra", tx 1234 rx 5678`,
    (c) => `${c.int(70, 120)}.${c.int(10, 250)}.${c.int(10, 250)}`,
    w.host,
    w.mail,
  ),
  line(
    'bluetoothctl devices',
    (mac, first) => `Device ${mac} ${first}'s AirPods Pro\n\tPaired: yes\n\tTrusted: yes`,
    (c) => w.mac(c).toUpperCase(),
    w.first,
  ),
  line(
    'avahi-browse -rt',
    (name, host, ip) =>
      `=   eth0 IPv4 ${name}                                     SSH Remote Terminal  local\n   hostname = [${host}.local]\n   address = [${ip}]\n   port = [22]\n   txt = []`,
    w.host,
    w.host,
    w.lan,
  ),
  line(
    'cups access_log',
    (host, user, printer) =>
      `${host} - ${user} [24/Nov/2026:10:11:12 +0100] "POST /printers/${printer} HTTP/1.1" 200 18345 Print-Job successful-ok`,
    w.host,
    w.user,
    w.share,
  ),
  line(
    'dovecot',
    (mail, rip, lip) =>
      `dovecot: imap-login: Login: user=<${mail}>, method=PLAIN, rip=${rip}, lip=${lip}, mpid=2211, TLS, session=<q1w2e3>`,
    w.mail,
    w.wan,
    w.lan,
  ),
  line(
    'exim mainlog',
    (from, host, ip, to) =>
      `2026-11-24 09:01:02 1rABcD-000123-4e <= ${from} H=(${host}) [${ip}] P=esmtpsa X=TLS1.3:TLS_AES_256_GCM_SHA384:256 S=2210\n2026-11-24 09:01:03 1rABcD-000123-4e => ${to} R=dnslookup T=remote_smtp`,
    w.mail,
    w.host,
    w.wan,
    w.mail,
  ),
  line(
    'nginx access log',
    (ip, user, secret) =>
      `${ip} - ${user} [24/Nov/2026:10:00:00 +0300] "GET /api/export?access_token=${secret}&page=2 HTTP/2.0" 200 5123 "-" "curl/8.5.0"`,
    w.wan,
    w.user,
    (c) => c.hex(32),
  ),
  line(
    'rclone config show',
    (remote, host, user, pass) =>
      `[${remote}]\ntype = sftp\nhost = ${host}\nuser = ${user}\nport = 2222\npass = ${pass}`,
    w.share,
    w.fqdn,
    w.user,
    (c) => c.mixed(30),
  ),
  line(
    'restic snapshots',
    (host, user) =>
      `ID        Time                 Host             Tags        Paths\n-----------------------------------------------------------------\n4bba301e  2026-11-23 03:00:04  ${host}                   /home/${user}\n-----------------------------------------------------------------\n1 snapshots`,
    w.host,
    w.user,
  ),
  line(
    'borg info',
    (host, user, repository) =>
      `Archive name: nightly-2026-11-24\nHostname: ${host}\nUsername: ${user}\nComment: \nLocation: ssh://backup@${repository}:23/./repo\nUtilization of maximum supported archive size: 0%`,
    w.host,
    w.user,
    w.fqdn,
  ),
  line(
    'mongosh',
    (user, pass, host) =>
      `Connecting to:\t\tmongodb+srv://${user}:${pass}@${host}/shop?retryWrites=true&appName=mongosh+2.3.1\nMongoServerError: bad auth : authentication failed`,
    w.user,
    w.plainPassword,
    w.fqdn,
  ),
  line(
    'redis-cli',
    (host, pass) =>
      `$ redis-cli -h ${host} -a ${pass} ping\nWarning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\nPONG`,
    w.fqdn,
    w.plainPassword,
  ),
  line(
    'ansible inventory',
    (name, ip, user, pass) =>
      `[web]\n${name} ansible_host=${ip} ansible_user=${user} ansible_ssh_pass=${pass} ansible_python_interpreter=/usr/bin/python3`,
    w.host,
    w.lan,
    w.user,
    w.plainPassword,
  ),
  line(
    'virsh dumpxml',
    (name, uuid, mac, pass) =>
      `<domain type='kvm' id='3'>\n  <name>${name}</name>\n  <uuid>${uuid}</uuid>\n  <interface type='bridge'>\n    <mac address='${mac}'/>\n  </interface>\n  <graphics type='vnc' port='5900' passwd='${pass}'/>\n</domain>`,
    w.host,
    w.uuid,
    w.mac,
    w.plainPassword,
  ),
  line(
    'iw dev link',
    (mac, ssid) => `Connected to ${mac} (on wlp2s0)\n\tSSID: ${ssid}\n\tfreq: 5180\n\tsignal: -61 dBm`,
    w.mac,
    w.ssid,
  ),
  line(
    'hostapd.conf',
    (ssid, pass) => `interface=wlan0\ndriver=nl80211\nssid=${ssid}\nhw_mode=g\nwpa=2\nwpa_passphrase=${pass}`,
    w.ssid,
    w.plainPassword,
  ),
  line(
    'chap-secrets',
    (user, pass) => `# client\tserver\tsecret\tIP addresses\n"${user}"\t*\t"${pass}"\t*`,
    w.user,
    w.plainPassword,
  ),
  line(
    'ipsec.secrets',
    (peer, psk, user, pass) => `${peer} %any : PSK "${psk}"\n${user} : EAP "${pass}"`,
    w.fqdn,
    w.plainPassword,
    w.user,
    w.plainPassword,
  ),
  line(
    'klist',
    (user, realm) =>
      `Ticket cache: FILE:/tmp/krb5cc_1000\nDefault principal: ${user}@${realm}.LAN\n\nValid starting       Expires              Service principal\n11/24/2026 08:00:00  11/24/2026 18:00:00  krbtgt/${realm}.LAN@${realm}.LAN`,
    w.user,
    w.netbios,
  ),
  line(
    'realm list',
    (domain, user) =>
      `${domain}.corp\n  type: kerberos\n  realm-name: ${domain.toUpperCase()}.CORP\n  domain-name: ${domain}.corp\n  configured: kerberos-member\n  login-policy: allow-permitted-logins\n  permitted-logins: ${user}`,
    w.domain,
    w.user,
  ),
  line(
    'gpg --list-secret-keys',
    (print, person, mail) =>
      `sec   ed25519 2024-03-02 [SC] [expires: 2027-03-02]\n      ${print}\nuid           [ultimate] ${person} <${mail}>`,
    (c) => c.hex(40).toUpperCase(),
    w.person,
    w.mail,
  ),
  line(
    'hdparm -I',
    (serial, wwn) =>
      `ATA device, with non-removable media\n\tModel Number:       Samsung SSD 870 EVO 500GB               \n\tSerial Number:      ${serial}     \n\tFirmware Revision:  SVT02B6Q\n\tLogical Unit WWN Device Identifier: 5002538f${wwn}`,
    w.serial,
    (c) => c.hex(8),
  ),
  line(
    'ipmitool lan print',
    (ip, mac, community) =>
      `IP Address Source       : Static Address\nIP Address              : ${ip}\nMAC Address             : ${mac}\nSNMP Community String   : ${community}`,
    w.lan,
    w.mac,
    w.plainPassword,
  ),
  line(
    'snmpwalk system',
    (mail, host, place) =>
      `SNMPv2-MIB::sysDescr.0 = STRING: Linux 6.1.0-27-amd64\nSNMPv2-MIB::sysContact.0 = STRING: ${mail}\nSNMPv2-MIB::sysName.0 = STRING: ${host}\nSNMPv2-MIB::sysLocation.0 = STRING: ${place} street 4, cellar`,
    w.mail,
    w.host,
    w.last,
  ),
  line(
    'show running-config',
    (host, secret, community, user, hash) =>
      `hostname ${host}\nenable secret 5 $1$${secret}\nsnmp-server community ${community} RO\nusername ${user} privilege 15 password 7 ${hash}`,
    w.host,
    (c) => `${c.mixed(4)}$${c.mixed(22)}`,
    w.plainPassword,
    w.user,
    (c) => c.hex(18).toUpperCase(),
  ),
  line(
    'MikroTik export',
    (name, pass, mac, ip) =>
      `/system identity set name=${name}\n/ppp secret add name=vpn password=${pass} profile=default-encryption service=l2tp\n/ip dhcp-server lease add address=${ip} mac-address=${mac} server=dhcp1`,
    w.host,
    w.plainPassword,
    (c) => w.mac(c).toUpperCase(),
    w.lan,
  ),
];
