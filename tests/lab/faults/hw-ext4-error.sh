# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The file system of the system disk is damaged
# expect: hardware/filesystem-errors
# layer: hardware
# kind: simulated
# finding: ext4 found a damaged inode on the root file system
# complaint: Some files cannot be opened.
# evidence: kernel log: EXT4-fs error
setup() {
  kmsg 'EXT4-fs error (device sda1): ext4_lookup:1855: inode #262145: comm updatedb: deleted inode referenced: 262203'
  kmsg 'EXT4-fs error (device sda1): ext4_validate_block_bitmap:420: comm kworker/u8:2: bg 3: bad block bitmap checksum'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'EXT4-fs error' pc dmesg; }
