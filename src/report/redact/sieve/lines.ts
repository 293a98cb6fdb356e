/** Goes through a text line by line; each but the first begins with the end of the line before. */
export const eachLine = (text: string, visit: (from: number, to: number) => void): void => {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from + 1);
    const to = end < 0 ? text.length : end;
    visit(from, to);
    from = to;
  }
};
