/** Hypervisors by what they write into SMBIOS: maker, model and board, a line each. */

const HYPERVISORS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/qemu|\bkvm\b|standard pc \(/i, 'kvm'],
  [/vmware/i, 'vmware'],
  [/virtualbox|innotek/i, 'virtualbox'],
  [/microsoft corporation\nvirtual machine/i, 'hyper-v'],
  [/parallels/i, 'parallels'],
  [/\bxen\b|hvm domu/i, 'xen'],
  [/amazon ec2/i, 'amazon'],
  [/google compute engine/i, 'google'],
  [
    /bochs|bhyve|openstack|red hat\n|digitalocean|hetzner\nvserver|alibaba cloud|virtualmac|apple virtualization/i,
    'virtual',
  ],
];

export const hypervisorNamed = (names: string): string | undefined =>
  HYPERVISORS.find(([mark]) => mark.test(names))?.[1];
