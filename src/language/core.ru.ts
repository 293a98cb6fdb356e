/** Words of the core, in Russian. */
import type { CoreWords } from './core.en.ts';

export const ru: CoreWords = {
  reasons: {
    absent: 'не найдено',
    denied: 'нет прав',
    timeout: 'нет ответа за отведённое время',
    failed: 'не удалось',
    unsupported: 'недоступно в этой системе',
    unparsable: 'ответ не распознан',
    unrecorded: 'нет в этом отчёте',
    unanswered: 'вопрос остался без ответа',
    interrupted: 'прервано',
  },
  remedies: {
    absent: (what) => `Установите или верните ${what} и запустите ещё раз.`,
    denied: () => 'Запустите от имени администратора (sudo), чтобы это можно было прочитать.',
    timeout: () =>
      'Запустите ещё раз, когда компьютер меньше занят, или задайте больший срок через --timeout.',
    failed: (what) => `Выполните ${what} вручную: сообщение программы скажет больше.`,
    unsupported: () => 'В этой системе это прочитать нельзя.',
    unparsable: () => 'Пришлите отчёт: ответ в форме, которую эта версия не знает.',
    unrecorded: () => 'Сделайте новый отчёт более новой версией techsupport.',
    unanswered: () => 'Запустите diagnose в терминале и ответьте на вопрос.',
    interrupted: () => 'Запустите ещё раз и дождитесь конца.',
  },
};
