# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: One site answers that it has an error
# expect: connectivity/site-down
# layer: site
# kind: real
# finding: shop.example.test answers 500 to every page; everything else works
# complaint: shop.example.test shows an error.
# evidence: curl https://shop.example.test: 500
setup() {
  sed -i '/server_name shop/,/}/ s#root .*;#return 500;#' "$T/web2/nginx.conf"
  web_stop web2; web_start web2
}
prove() {
  vitals
  want fail site
  want_rest
  show 'error 500' '500' pc curl -s -o /dev/null -m 3 -w '%{http_code}' https://shop.example.test/
}
