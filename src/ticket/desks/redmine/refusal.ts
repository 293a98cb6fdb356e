/** What a refusal means. Its sentences are in the language of the account, so that they are shown and not understood. */
import type { DeskOptions, Failed, FailureCode } from '../../desk.ts';
import { type Answer, failed } from '../../http/answer.ts';
import { plainLine } from '../../plain.ts';
import { type Rights, refused, type Site, sentencesIn } from './site.ts';

/** A project that is missing, one that is not to be seen and a right that is missing are all "422: no project". */
export const explained = async (
  answer: Answer,
  site: Site,
  project: string,
  options: DeskOptions,
): Promise<Failed> => {
  const refusal = refused(answer);
  if (answer.status !== 422) return refusal;
  const rights = await site.rights(options);
  return (rights.status === 'ok' ? whyNot(rights.value, project) : undefined) ?? refusal;
};

export const whyNot = ({ project: found, mayFile, user }: Rights, project: string): Failed | undefined => {
  if (found === 'missing') return byPerson('queue-missing', project);
  return mayFile === false ? byPerson('forbidden', `${user} may not add issues to ${project}`) : undefined;
};

/** After the whole of it was sent. The other reason is a kind of file that the site does not take: it is named then. */
export const uploadRefused = (answer: Answer, name: string): Failed => {
  const said = sentencesIn(answer);
  const isKind = said.includes(`.${name.slice(name.lastIndexOf('.') + 1)} `);
  return failed(answer, isKind ? 'rejected' : 'too-large', 'not-received', 'person', said);
};

export const unfiltered = (keyField: number): Failed =>
  byPerson('misconfigured', `custom field ${keyField} is not "used as a filter"`);

export const byPerson = (code: FailureCode, detail: string): Failed => ({
  status: 'failed',
  failure: { code, certainty: 'not-received', again: 'person', detail: plainLine(detail, 300) },
});
