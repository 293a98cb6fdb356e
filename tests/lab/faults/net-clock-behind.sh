# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The computer's clock is years behind
# expect: clock/skew
# also: connectivity/tls-failure connectivity/site-certificate-invalid clock/* updates/repository-invalid
# layer: time
# kind: real
# finding: the clock is 400 days behind the web servers' Date, so no certificate is valid yet
# complaint: All secure pages give certificate errors.
# evidence: Date header of time.lab.test is 400 days ahead; every https site is "not yet valid"
pre() { world_clock 34560000; }
prove() {
  vitals
  want fail clock https site upd tls4 tls6
  want any aptup
  want_rest
  show 'nothing is valid yet' 'not yet valid' pc curl -sS -m 3 https://www.example.test/
}
