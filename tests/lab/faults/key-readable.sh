# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A private key can be read by everybody
# expect: security/private-files-exposed
# layer: security
# kind: real
# finding: the private key in the home of labuser can be read by others
# complaint: ssh says that my key is ignored.
# evidence: mode 0644 of ~/.ssh/id_ed25519
pre() { RUN_USER=labuser; }
setup() {
  local d=$PC/home/labuser/.ssh; mkdir -p "$d"; ssh-keygen -q -t ed25519 -N '' -f "$d/id_ed25519" -C lab
  chmod 644 "$d/id_ed25519"; chmod 755 "$d" "$PC/home/labuser"; chown -R 1000:1000 "$d"
}
prove() { vitals; want_rest; show 'mode' 'rw-r--r--' pcu ls -l /home/labuser/.ssh/id_ed25519; }
