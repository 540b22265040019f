export const lines = 5_000;
const references = 20;

/** TypeScript as people write it, with models spread evenly over it. */
export function longSource(): string {
  const part = (index: number): string => `
/** Asks for part ${index}; "quotes" and \`ticks\` in a comment are no strings. */
export async function ask${index}(client: Client, input: readonly string[], limit = ${index}): Promise<Answer | undefined> {
  const parts = input.filter((each) => each.length > limit / 2 && !/^["'\`]+$/.test(each)).map((each) => \`<\${each}>\`);
  if (parts.length === 0) return undefined;
  const { status, body } = await client.send({ path: '/v1/answers', parts, retry: { times: 3, wait: 'long' } });
  switch (status) {
    case 200:
      return { kind: 'good', text: body.text ?? '', cost: body.tokens * 0.5 };
    default:
      throw new Error('answer ' + String(status) + " isn't known");
  }
}
`;
  const all: string[] = [];
  for (let index = 0; all.length < lines; index++) {
    all.push(...part(index).split('\n'));
    if (index % Math.floor(lines / 14 / references) === 0)
      all.push(`export const model${index} = await client.responses.create({ model: 'gpt-4-turbo', input: 'x' });`);
  }
  return all.slice(0, lines).join('\n');
}
