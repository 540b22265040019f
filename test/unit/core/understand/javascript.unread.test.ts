import assert from 'node:assert/strict';
import { understanding } from './javascript';

/** Sources whose models nothing can read. */
const unread = [
  `import './x'; const MODEL = 'gpt-4o';`,
  `const fs = require('fs'); const MODEL = process.env.MODEL || 'gpt-4o';`,
  `function f() { const model = fast ? 'gpt-4o-mini' : 'gpt-4o'; }`,
  `function f() { let model; if (fast) model = 'gpt-4o'; }`,
  `function f() { const options = { model: 'gpt-4o' } as const; }`,
  `export function f(text: string, model = 'gpt-4o') { return text; }`,
  `export const f = ({ text, model = 'gpt-4o' }) => text;`,
  `function f(options) { const { model = 'gpt-4o', n = 3 } = options; return n; }`,
  `import x from 'x'; enum Model { Fast = 'gpt-4o-mini', Good = 'gpt-4o' } export const set = (to: Model) => keep(to);`,
  `export {}; enum Model { Fast = 'gpt-4o-mini', None = 'none' } ask(Model.None);`,
  `export {}; const models = { fast: 'gpt-4o-mini', none: '' }; ask(models.none);`,
  `export {}; const config = { gpt: { model: 'gpt-4o-mini' }, claude: {} }; ask(config.claude);`,
  `export function Page() { const [model, setModel] = useState('gpt-4o'); return <Pick onChange={setModel} />; }`,
];

/** Sources whose models are read, or may be. */
const read = [
  `const MODEL = 'gpt-4o';`,
  `var openai_model = 'gpt-4o'; function f() {}`,
  `export const MODEL = 'gpt-4o';`,
  `const MODEL = 'gpt-4o'; export { MODEL };`,
  `const MODEL = 'gpt-4o'; export default MODEL;`,
  `const MODEL = 'gpt-4o'; export = MODEL;`,
  `const MODEL = 'gpt-4o'; module.exports = { MODEL };`,
  `export const { model = 'gpt-4o' } = options;`,
  // Half-typed code may hide a read.
  `import x from 'x'; const model = 'gpt-4o'; x(\`; ask(model);`,
  `export enum Model { Fast = 'gpt-4o-mini' }`,
  `export {}; enum Model { Fast = 'gpt-4o-mini', Default = Fast } ask(Model.Default);`,
  `export {}; enum Model { Fast = 'gpt-4o-mini' } ask(Model[name]);`,
  `export {}; const models = { fast: 'gpt-4o-mini' }; ask(models[speed]);`,
  `export {}; const models = { fast: 'gpt-4o-mini' }; ask({ ...models });`,
  `export {}; const api = { model: 'gpt-4o', ask() { return send(this.model); } }; api.ask();`,
  `export {}; const all = [{ model: 'gpt-4o' }]; all.forEach(ask);`,
  `class A { constructor(private model = 'gpt-4o') {} ask() { return send(this.model); } }`,
  `function f() { let model; return ask(model = 'gpt-4o'); }`,
  `function f(options) { options.model = 'gpt-4o'; }`,
  `function f() { const answer = ask({ model: 'gpt-4o' }); }`,
  `function f() { const model = openai('gpt-4o'); }`,
  `function f() { const llm = new ChatOpenAI({ model: 'gpt-4o' }); }`,
  `function f() { const [answer] = ask('gpt-4o'); }`,
  `function f() { const pick = () => 'gpt-4o'; }`,
  `function f() { const chat = <Chat model="gpt-4o" />; }`,
  `export function Page() { const [model] = useState('gpt-4o'); return <Chat model={model} />; }`,
];

const roles = (source: string) => understanding(source, 'typescriptreact').references.map(({ role }) => role);

suite('JavaScript: names that nothing reads', () => {
  for (const source of unread)
    test(source, () => assert.ok(roles(source).length > 0 && roles(source).every((role) => role === 'mention')));
  for (const source of read) test(source, () => assert.ok(roles(source).every((role) => role === 'use')));
});
