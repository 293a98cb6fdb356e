/** How a disk is called in titles. */
import { expect, test } from 'vitest';
import { drive as inEnglish } from '../../checks/hardware/messages.en/phrases.ts';
import { drive as inRussian } from '../../checks/hardware/messages.ru/phrases.ts';

test.each([
  [{ disk: 'disk 0', model: 'WDC WD10' }, '0 (WDC WD10)', '0 (WDC WD10)'],
  [{ disk: 'disk 12', model: '' }, '12', '12'],
  [{ disk: '/dev/sda', model: '' }, '/dev/sda', '/dev/sda'],
  [{ disk: 'disk0', model: '' }, 'disk0', 'disk0'],
  [{ disk: '', model: '' }, 'without a name', 'без имени'],
])('%j follows the word for a disk', (disk, english, russian) => {
  expect([inEnglish(disk), inRussian(disk)]).toEqual([english, russian]);
});
