/** Printing, on what CUPS and Windows say. */

import { readFileSync } from 'node:fs';
import { attributes, captured, type Evidence, exec, type Given, json, none, raw } from '../evidence.ts';

const LPSTAT = 'lpstat-cups2.4.2-debian12';
const text = (name: string): string =>
  readFileSync(new URL(`../../captured/${LPSTAT}-${name}.txt`, import.meta.url), 'utf8');

/** 10 minutes and a few seconds after the capture of the paused queue. */
const LATER = raw('clock', { epochMs: Date.UTC(2026, 10, 24, 4, 58, 0), timeZone: 'UTC' });

const NO_PRINTER_ON_USB = attributes({ '1-1': { idVendor: '0627', idProduct: '0001', bDeviceClass: '00' } });
const PRINTER_ON_USB = attributes({
  '1-1': {
    idVendor: '03f0',
    idProduct: '0517',
    product: 'LaserJet 1000',
    serial: 'LAB0003',
    bDeviceClass: '00',
    authorized: '1',
    bConfigurationValue: '1',
  },
  '1-1:1.0': { bInterfaceClass: '07', bInterfaceNumber: '00' },
});

const EMPTY = exec(text('empty'), 1, 'lpstat: No destinations added.');
const PAUSED = captured(`${LPSTAT}-paused.txt`);
const DOWN = captured(`${LPSTAT}-not-running.txt`);
const unit = (load: string, active: string, enabled: string): Given =>
  exec(
    `LoadState=${load}\nActiveState=${active}\nSubState=dead\nUnitFileState=${enabled}\nResult=success\nNRestarts=0\nExecMainStatus=0\n`,
  );

/** The capture with other reasons, as RFC 8011 names them. */
const withReasons = (reasons: string): Given =>
  exec(text('usb-present').replace('Alerts: none', `Alerts: ${reasons}`));

/** A virtual and a real printer, the virtual one as default. */
const TWO = text('usb-present')
  .replace('no system default destination', 'system default destination: PDF')
  .replace('device for Office', 'device for PDF: cups-pdf:/\ndevice for Office')
  .replace(
    'printer Office',
    'printer PDF is idle.  enabled since Tue Nov 24 04:47:48 2026\n\tForm mounted:\n\tAlerts: none\nprinter Office',
  );

const cupsRows = (os: 'linux' | 'darwin'): readonly Evidence[] => {
  const isMac = os === 'darwin';
  const from = isMac ? ('composed' as const) : ('vmlab' as const);
  const form = isMac
    ? 'the same program, as macOS prints it under SOFTWARE= LANG=C (artiebits/unix-print#24): '
    : '';
  const usb = isMac
    ? { 'usb.devices': json({ SPUSBDataType: [{ _name: 'USB31Bus', _items: [] }] }) }
    : { 'usb.devices': NO_PRINTER_ON_USB };
  const row = (
    code: string,
    what: string,
    answers: Evidence['answers'],
    more: Partial<Evidence> = {},
  ): Evidence => ({ code, os, from, what: `${form}${what}`, answers, ...more });
  return [
    row('printing/queue-paused', 'printer-stopped: a queue that was disabled', { 'print.queues': PAUSED }),
    row(
      'printing/queue-paused',
      'printer-present: a queue that waits for work',
      {
        'print.queues': captured(`${LPSTAT}-usb-present.txt`),
      },
      { quiet: true },
    ),
    row('printing/jobs-stuck', 'printer-stopped, ten minutes later', {
      'print.queues': PAUSED,
      'system.clock': LATER,
    }),
    row('printing/printer-offline', 'printer-absent: a queue for a USB printer that is not there', {
      'print.queues': captured(`${LPSTAT}-usb-absent.txt`),
      ...usb,
    }),
    row(
      'printing/printer-offline',
      'a queue at this computer’s own address is a program',
      {
        'print.queues': PAUSED,
        ...usb,
      },
      { quiet: true },
    ),
    row(
      'printing/supplies-or-paper',
      'reasons of RFC 8011 in the capture of printer-present',
      {
        'print.queues': withReasons('media-empty-error toner-low-report'),
      },
      { from: 'composed' },
    ),
    row(
      'printing/supplies-or-paper',
      'reasons that ask for nobody',
      {
        'print.queues': withReasons('connecting-to-device wifi-not-configured-report'),
      },
      { from: 'composed', quiet: true },
    ),
    row(
      'printing/filter-failed',
      'CUPS 2.4.2 with a filter that fails and one that is missing',
      {
        'print.queues': captured(`${LPSTAT}-filters-fail.txt`),
      },
      { from: isMac ? 'composed' : 'captured' },
    ),
    row(
      'printing/wrong-default',
      'a virtual printer as default beside the one of printer-present',
      {
        'print.queues': exec(TWO),
        ...(isMac ? {} : { 'usb.devices': PRINTER_ON_USB }),
      },
      { from: 'composed' },
    ),
    row('printing/no-printer', 'healthy: CUPS runs without a queue', { 'print.queues': EMPTY }),
  ];
};

const unix: readonly Evidence[] = [
  ...cupsRows('linux'),
  ...cupsRows('darwin'),
  {
    code: 'printing/printer-offline',
    os: 'linux',
    from: 'vmlab',
    what: 'printer-present: the same queue with its printer on USB',
    answers: { 'print.queues': captured(`${LPSTAT}-usb-present.txt`), 'usb.devices': PRINTER_ON_USB },
    quiet: true,
  },
  {
    code: 'printing/spooler-stopped',
    os: 'linux',
    from: 'captured',
    what: 'CUPS 2.4.2 that was ended while its service is enabled',
    answers: {
      'print.queues': DOWN,
      'systemd.unit/cups.service': unit('loaded', 'inactive', 'enabled'),
      'systemd.unit/cups.socket': unit('loaded', 'inactive', 'enabled'),
      'systemd.unit/snap.cups.cupsd.service': unit('not-found', 'inactive', ''),
    },
  },
  {
    code: 'printing/spooler-stopped',
    os: 'linux',
    from: 'captured',
    what: 'only the programs of cups-client, no service',
    answers: {
      'print.queues': DOWN,
      'systemd.unit/cups.service': unit('not-found', 'inactive', ''),
      'systemd.unit/cups.socket': unit('not-found', 'inactive', ''),
      'systemd.unit/snap.cups.cupsd.service': unit('not-found', 'inactive', ''),
    },
    quiet: true,
  },
  {
    code: 'printing/spooler-stopped',
    os: 'darwin',
    from: 'composed',
    what: 'lpstat -r where cupsd does not come up, with printers set up',
    answers: {
      'print.queues': DOWN,
      'print.queue-list': raw('stat', {
        type: 'file',
        bytes: 900,
        inode: 9,
        modifiedAt: '2026-11-01T00:00:00.000Z',
      }),
    },
  },
];

/** One real printer at a TCP/IP port and what Windows brings. */
const windows = (
  printer: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Given =>
  json({
    spooler: { status: 4, startType: 2 },
    printers: [
      {
        Name: 'Microsoft Print to PDF',
        Default: false,
        PrinterState: 0,
        PrinterStatus: 3,
        DetectedErrorState: 0,
        WorkOffline: false,
        PortName: 'PORTPROMPT:',
        DriverName: 'Microsoft Print To PDF',
        Network: false,
      },
      {
        Name: 'HP LaserJet M110w',
        Default: true,
        PrinterState: 0,
        PrinterStatus: 3,
        DetectedErrorState: 0,
        WorkOffline: false,
        PortName: 'IP_192.0.2.30',
        DriverName: 'HP LaserJet M110w PCLm-S',
        Network: false,
        ...printer,
      },
    ],
    jobs: [],
    ports: [{ name: 'IP_192.0.2.30', host: '192.0.2.30', port: 9100 }],
    drivers: ['Microsoft Print To PDF', 'HP LaserJet M110w PCLm-S'],
    managed: 1,
    ...more,
  });

const ANSWERS = raw('tcp', { attempts: [{ outcome: 'connected', ms: 3 }] });
const SILENT = raw('tcp', { attempts: [{ outcome: 'timeout', ms: 4000 }] });
const TCP = 'print.tcp/192.0.2.30:9100';
const FORM = 'Microsoft Learn: Win32_Printer, Win32_PrintJob, winspool.h';

const onWindows = (
  code: string,
  what: string,
  answers: Evidence['answers'],
  more: Partial<Evidence> = {},
): Evidence => ({ code, os: 'win32', from: 'composed', what: `${what} (${FORM})`, answers, ...more });

const win32: readonly Evidence[] = [
  onWindows('printing/spooler-stopped', 'Spooler stopped, start type automatic', {
    'print.windows': json({
      spooler: { status: 1, startType: 2 },
      printers: null,
      jobs: null,
      ports: null,
      drivers: ['Microsoft Print To PDF'],
      managed: null,
    }),
  }),
  onWindows('printing/queue-paused', 'PRINTER_STATUS_PAUSED', {
    'print.windows': windows({ PrinterState: 1 }),
    [TCP]: ANSWERS,
  }),
  onWindows('printing/queue-paused', '«Use printer offline» while the printer answers', {
    'print.windows': windows({ WorkOffline: true }),
    [TCP]: ANSWERS,
  }),
  onWindows('printing/jobs-stuck', 'a document of an hour ago in an idle queue', {
    'print.windows': windows(
      {},
      {
        jobs: {
          name: 'HP LaserJet M110w, 7',
          id: 7,
          owner: 'anna',
          mask: 0,
          at: '2026-11-24T03:50:00.0000000Z',
        },
      },
    ),
    [TCP]: ANSWERS,
    'system.clock': LATER,
  }),
  onWindows('printing/printer-offline', 'no answer from the address of its port', {
    'print.windows': windows({}),
    [TCP]: SILENT,
  }),
  onWindows(
    'printing/printer-offline',
    'Windows calls it offline, and it answers',
    { 'print.windows': windows({ PrinterStatus: 7, DetectedErrorState: 9 }), [TCP]: ANSWERS },
    { quiet: true },
  ),
  onWindows('printing/supplies-or-paper', 'DetectedErrorState 4', {
    'print.windows': windows({ DetectedErrorState: 4 }),
    [TCP]: ANSWERS,
  }),
  onWindows('printing/filter-failed', 'the driver of a printer is not installed', {
    'print.windows': windows({ DriverName: 'Gone Driver' }),
    [TCP]: ANSWERS,
  }),
  onWindows(
    'printing/wrong-default',
    'Print to PDF as default beside a printer that answers',
    {
      'print.windows': windows({ Default: false }, {}),
      [TCP]: ANSWERS,
    },
    { quiet: true, what: 'one real printer and no default' },
  ),
  onWindows('printing/no-printer', 'nothing but what Windows brings', {
    'print.windows': windows({ PortName: 'nul:' }),
  }),
  onWindows(
    'printing/printer-offline',
    'the list was not given',
    { 'print.windows': none('denied') },
    { quiet: true },
  ),
];

const onlyPdfDefault: Evidence = onWindows(
  'printing/wrong-default',
  'Print to PDF is the default, and a printer answers',
  {
    'print.windows': json({
      spooler: { status: 4, startType: 2 },
      printers: [
        {
          Name: 'Microsoft Print to PDF',
          Default: true,
          PortName: 'PORTPROMPT:',
          DriverName: 'Microsoft Print To PDF',
        },
        { Name: 'Office', Default: false, PortName: 'IP_192.0.2.30', DriverName: 'Office' },
      ],
      jobs: [],
      ports: { name: 'IP_192.0.2.30', host: '192.0.2.30', port: 9100 },
      drivers: ['Microsoft Print To PDF', 'Office'],
      managed: 0,
    }),
    [TCP]: ANSWERS,
  },
);

export const printing: readonly Evidence[] = [...unix, ...win32, onlyPdfDefault];
