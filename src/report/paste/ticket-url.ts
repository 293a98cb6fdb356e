/** A link that opens a form with a title and a text in it. */

/** GitLab names its fields otherwise; an address may say itself where both belong: `{title}`, `{body}`. */
export const ticketUrl = (address: string, title: string, body: string): string => {
  if (address.includes('{body}')) {
    return address
      .replace('{title}', () => encodeURIComponent(title))
      .replace('{body}', () => encodeURIComponent(body));
  }
  const names = /\/issues\/new\/?$/.test(address) && address.includes('/-/') ? GITLAB : GITHUB;
  const [base = '', query = ''] = address.split('?', 2);
  const fields = [`${names.title}=${encodeURIComponent(title)}`, `${names.body}=${encodeURIComponent(body)}`];
  return `${base}?${[...(query === '' ? [] : [query]), ...fields].join('&')}`;
};

const GITHUB = { title: 'title', body: 'body' } as const;
const GITLAB = { title: 'issue[title]', body: 'issue[description]' } as const;
