import { testRoutes } from './javascript';

const ask = `c.responses.create({ model: 'gpt-4o' });`;
const own = 'openai api.openai.com';
const azure = 'azure AzureOpenAI(…)';
const [x, y] = [`'https://x.dev/v1'`, `'https://y.dev/v1'`];

/** A source, and where the traffic of its references goes, in their order. */
const table: Readonly<Record<string, readonly [source: string, ...routes: string[]][]>> = {
  addresses: [
    [`const c = new OpenAI({ baseURL: a ? ${x} : ${y} }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: a ? ${x} : 'https://api.openai.com/v1' }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: a ? ${x} : undefined }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: a && ${x} }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: process.env.B || undefined }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: (a ? ${x} : undefined) ?? 'https://api.openai.com/v1' }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: (a ? ${x} : process.env.B) ?? ${y} }); ${ask}`, 'gateway x.dev'],
    [`let b: string | undefined; if (q) b = ${x}; const c = new OpenAI({ baseURL: b }); ${ask}`, 'unknown'],
    [`let b: string; if (q) b = ${x}; else b = ${y}; const c = new OpenAI({ baseURL: b }); ${ask}`, 'gateway x.dev'],
    [`let b = null; if (q) b = ${x}; const c = new OpenAI({ baseURL: b }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: new URL('/v1', 'https://x.dev') }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: new Path(${x}) }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: ${x}.concat(p) }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: ${x}.replace(/\\/+$/, '') }); ${ask}`, 'gateway x.dev'],
    [
      `const c = new OpenAI({ baseURL: (process.env.B || ${x}).replace(/\\/v1\\/?$/, "") + '/v2' }); ${ask}`,
      'gateway x.dev',
    ],
    [
      `const b = process.env.B ?? ${x}; const c = new OpenAI({ baseURL: \`\${b.replace(/\\/$/, '')}/v1\` }); ${ask}`,
      'gateway x.dev',
    ],
    [`const c = new OpenAI({ baseURL: ${x}.replace(/x/, '') }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: ${x}.replace(/\\/.*$/, '') }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: ${x}.replace(/\\/$/, end) }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: ${x}.replace('/v1') }); ${ask}`, 'unknown'],
    [`const p = '/v1'; const c = new OpenAI({ baseURL: \`\${process.env.HOST}\${p}\` }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: null }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ baseURL: '/v1' }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ baseURL: config.url }); ${ask}`, 'unknown'],
    [`const at = { url: 'https://x.dev' }; const c = new OpenAI({ baseURL: at.url + '/v1' }); ${ask}`, 'gateway x.dev'],
    [`let b = ${x}; if (q) b = ${y}; const c = new OpenAI({ baseURL: b + '/v1' }); ${ask}`, 'unknown'],
    [`axios.post(${x}, { model: 'gpt-4o' });`, 'gateway x.dev'],
    [`axios({ method: 'post', url: ${x}, data: { model: 'gpt-4o' } });`, 'gateway x.dev'],
    [`axios.request({ url: ${x}, data: { model: 'gpt-4o' } });`, 'gateway x.dev'],
    [
      `class A { constructor(private readonly http: HttpService) {} f() { this.http.post(${x}, { model: 'gpt-4o' }); } }`,
      'gateway x.dev',
    ],
    [`const f = (http) => http.post(process.env.B ?? ${x}, { model: 'gpt-4o' });`, 'gateway x.dev'],
    [`const f = (http) => http.post(process.env.B, { model: 'gpt-4o' });`, 'unknown'],
    [`const f = (http) => http.post('/chat', { model: 'gpt-4o' });`, 'unknown'],
    [`const f = (store) => store.put(${x}, { model: 'gpt-4o' });`, 'unknown'],
    [
      `const base = k.baseUrl || 'https://api.openai.com'; const body = { model: 'gpt-4o' };
      const options = { url: \`\${base}/v1/responses\`, body }; this.helpers.httpRequest(options);`,
      own,
    ],
    [`requestUrl({ url: this.settings.url, body: JSON.stringify({ model: 'gpt-4o' }) });`, 'unknown'],
    [`request({ uri: ${x}, json: { model: 'gpt-4o' } });`, 'gateway x.dev'],
    [`https.request({ hostname: 'api.openai.com', path: '/v1' }).end(JSON.stringify({ model: 'gpt-4o' }));`, own],
    [
      `const body = JSON.stringify({ model: 'gpt-4o' }); const o = { host: 'x.dev', length: Buffer.byteLength(body) };
      const sent = request(o, (answer) => answer.resume()); sent.write(body); sent.end();`,
      'gateway x.dev',
    ],
    [
      `const r = https.request({ hostname: process.env.HOST }); r.write(JSON.stringify({ model: 'gpt-4o' }));`,
      'unknown',
    ],
    [`const r = https.request({ path: '/v1' }); r.write(JSON.stringify({ model: 'gpt-4o' }));`, 'unknown'],
    [`const c = new OpenAI(); c.images.edit({ model: 'gpt-image-1', url: ${x} });`, 'openai OpenAI(…)'],
    [`log(${x}, { model: 'gpt-4o' });`, 'unknown'],
    [`fetch(...before, { model: 'gpt-4o' });`, 'unknown'],
  ],
  'functions that may hand back nothing': [
    [
      `const init = (): OpenAI | null => { if (!k) return null; try { return new OpenAI(); } catch { return null; } };
      const c = init()!; ${ask}`,
      'openai OpenAI(…)',
    ],
    [
      `function init() { if (a) return undefined; if (b) return (null); return new AzureOpenAI(); } const c = init(); ${ask}`,
      azure,
    ],
    [
      `function init() { if (a) return made; if (b) return other; return new AzureOpenAI(); } const c = init(); ${ask}`,
      'unknown',
    ],
    [`function init() { return null; } const c = init(); ${ask}`, 'unknown'],
  ],
  options: [
    [`const c = new OpenAI({ provider: 'azure' }); ${ask}`, 'azure provider: azure'],
    [`const c = new Client({ provider: 'ollama', name: 'x' }); ${ask}`, 'gateway provider: ollama'],
    [`const c = new OpenAI({ config: { baseURL: ${x} }, baseURL: process.env.B }); ${ask}`, 'unknown'],
    [
      `const c = new OpenAI({ baseURL: process.env.B, configuration: { azureOpenAIApiKey: k } }); ${ask}`,
      'azure azureOpenAIApiKey',
    ],
    [`let o = { baseURL: ${x} }; if (q) o = { baseURL: ${y} }; const c = new OpenAI(o); ${ask}`, 'gateway x.dev'],
    [`let o = { apiKey }; if (b) o = { apiKey, baseURL: b }; const c = new OpenAI(o); ${ask}`, 'unknown'],
    [`let o; if (b) o = { apiKey }; else o = { apiKey, timeout }; const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new AzureOpenAI().chat; c.other({ baseURL: ${x} }); ${ask}`, azure],
    [`const d = new AzureOpenAI(); const c = d.use({ baseURL: ${x} }); ${ask}`, azure],
    [`const d = new OpenAI(); const c = d.withOptions({ baseURL: ${x} }); ${ask}`, 'gateway x.dev'],
    [`const c = wrap({ client: new AzureOpenAI() }); ${ask}`, azure],
    [`const r = new AzureOpenAI(); other.ask(r, { model: 'gpt-4o' });`, azure],
    [`const r = await new AzureOpenAI().responses.create({}); other.ask(r, { model: 'gpt-4o' });`, 'unknown'],
    [`const c = new OpenAI({ azureOpenAIApiKey: '' }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ azureOpenAIApiKey: { of: 'both' } }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ provider: p, vendor: 'ollama' }); ${ask}`, 'gateway vendor: ollama'],
    [`const c = new OpenAI({ vendor: 'ollama', provider: p }); ${ask}`, 'gateway vendor: ollama'],
    [`const c = new OpenAI({ options: { baseURL: ${x} }, config: {} }); ${ask}`, 'gateway x.dev'],
    [`const c = wrap({ other: new AzureOpenAI() }); ${ask}`, 'unknown'],
    [`const c = wrap(...clients); ${ask}`, 'unknown'],
    [`import { o } from './o'; const c = new OpenAI(o); ${ask}`, 'unknown'],
    [`import { o } from './o'; const c = new OpenAI({ ...o, timeout: 1 }); ${ask}`, 'unknown'],
    [`import { o } from './o'; const c = new OpenAI({ ...o, baseURL: 'https://api.openai.com/v1' }); ${ask}`, own],
    [`import { o } from './o'; const c = new AzureOpenAI(o); ${ask}`, azure],
    [`import { o } from './o'; const c = new OpenRouter(o); ${ask}`, 'gateway OpenRouter(…)'],
    [`const o = new Configuration({ apiKey }); const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
    [
      `const c = new OpenAI({ ...(org && { organization: org }), ...(q ? { timeout } : null) }); ${ask}`,
      'openai OpenAI(…)',
    ],
    [`let o = { apiKey }; o = { ...o, timeout }; const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
  ],
  'options that may not be read': [
    [`const c = new OpenAI(load()); ${ask}`, 'unknown'],
    [`const c = new OpenAI(await load()); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ ...load(), timeout: 1 }); ${ask}`, 'unknown'],
    [`function f(o) { const c = new OpenAI(o); ${ask} }`, 'unknown'],
    [`function f(o) { const c = new OpenAI({ baseURL: ${x}, ...o }); ${ask} }`, 'unknown'],
    [`function f(o) { const c = new OpenAI({ ...o, baseURL: ${x} }); ${ask} }`, 'gateway x.dev'],
    [`function f(o = {}) { const c = new OpenAI(o); ${ask} }`, 'openai OpenAI(…)'],
    [`class A { f() { const c = new OpenAI(this.o); ${ask} } }`, 'unknown'],
    [`const c = new OpenAI({ ...(slow && { timeout: 1 }) }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ baseURL: ${x}, ...(slow && { timeout: 1 }) }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ ...(given || { timeout: 1 }) }); ${ask}`, 'unknown'],
    [`const o = Object.assign({ apiKey }, more); const c = new OpenAI(o); ${ask}`, 'unknown'],
    [`const c = new ChatOpenAI({ model: 'gpt-4o', configuration }); ${ask}`, 'unknown', 'unknown'],
    [`const p = createOpenAI(load()); generateText({ model: p('gpt-4o') });`, 'unknown'],
    [`const o = {}; if (q) o.baseURL = ${x}; const c = new OpenAI(o); ${ask}`, 'unknown'],
    [`const o = {}; if (q) { o.timeout = 1; } const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
  ],
  'what callers give': [
    [
      `function f(u = 'https://api.openai.com/v1') { return new OpenAI({ baseURL: u }); } const c = f(${x}); ${ask}`,
      'gateway x.dev',
    ],
    [`function f(u = ${x}) { return new OpenAI({ baseURL: u }); } const c = f(); ${ask}`, 'gateway x.dev'],
    [`const f = (u?: string) => new OpenAI({ baseURL: u }); const c = f(); f(${x}); ${ask}`, 'unknown'],
    [`const f = (u = ${y}) => new OpenAI({ baseURL: u }); const c = f(...all); ${ask}`, 'unknown'],
    [
      `const f = ({ u = ${y} } = {}) => new OpenAI({ baseURL: u }); const c = f({ u: 'https://api.openai.com/v1' }); ${ask}`,
      own,
    ],
    [`const f = ({ u = ${y} } = {}) => new OpenAI({ baseURL: u }); const c = f({ a: 1 }); ${ask}`, 'gateway y.dev'],
    [`const f = ({ u = ${y} } = {}) => new OpenAI({ baseURL: u }); const c = f({ ...o }); ${ask}`, 'unknown'],
    [`const f = ({ u = ${y} } = {}) => new OpenAI({ baseURL: u }); const c = f(o); ${ask}`, 'unknown'],
    [`function f(o = {}) { return new OpenAI(o); } const c = f({ baseURL: ${x} }); ${ask}`, 'gateway x.dev'],
    [`function f(u: string) { return new OpenAI({ baseURL: u }); } const c = f(${x}); ${ask}`, 'gateway x.dev'],
    [`const f = (u: string) => new OpenAI({ baseURL: u }); const c = f(${x}); ${ask}`, 'gateway x.dev'],
    [`export function f(u: string) { return new OpenAI({ baseURL: u }); } const c = f(${x}); ${ask}`, 'unknown'],
    [`export const f = (u: string) => new OpenAI({ baseURL: u }); const c = f(${x}); ${ask}`, 'unknown'],
    [`function f(u: string) { return new OpenAI({ baseURL: u }); } const c = f(${x}); ${ask} export { f };`, 'unknown'],
    [`function f(u: string) { return new OpenAI({ baseURL: u }); } const c = f(${x}); ${ask} on(f);`, 'unknown'],
    [`const f = (u) => new OpenAI({ baseURL: u }); const c = f(${x}); ${ask} module.exports = { f };`, 'unknown'],
    [`const f = memo((u) => new OpenAI({ baseURL: u })); const c = f(${x}); ${ask}`, 'unknown'],
    [`function f(c: OpenAI) { ${ask} } f(new AzureOpenAI());`, azure],
    [`function f(c: OpenAI) { ${ask} } f(new OpenAI()); f(other());`, 'unknown'],
    [`export default function f(c: OpenAI) { ${ask} } f(new AzureOpenAI());`, 'unknown'],
    [
      `class A { constructor(private u = 'https://api.openai.com/v1') {} f() { const c = new OpenAI({ baseURL: this.u }); ${ask} } }
      new A(${x});`,
      'gateway x.dev',
    ],
    [
      `class A { static f(u = ${y}) { return new OpenAI({ baseURL: u }); } } const c = A.f('https://api.openai.com/v1'); ${ask}`,
      own,
    ],
    [
      `class A { make(u = 'https://api.openai.com/v1') { return new OpenAI({ baseURL: u }); } f() { const c = this.make(${x}); ${ask} } }`,
      'gateway x.dev',
    ],
    [
      `class A { make = (u = 'https://api.openai.com/v1') => new OpenAI({ baseURL: u }); f() { const c = this.make(${x}); ${ask} } }`,
      'gateway x.dev',
    ],
    [`class A { constructor(private c = new OpenAI()) {} f() { this.${ask} } } new A(new AzureOpenAI());`, azure],
    [
      `class A { constructor(c?) { this.c = c ?? new OpenAI(); } f() { this.${ask} } } new A(new AzureOpenAI());`,
      'unknown',
    ],
  ],
  'an address that is set afterwards': [
    [`const c = new OpenAI(); c.baseURL = ${x}; ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: ${x} }); c.baseURL = 'https://api.openai.com/v1'; ${ask}`, own],
    [`export const c = new OpenAI(); c.baseURL = ${x}; ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI(); c.baseURL = process.env.URL; ${ask}`, 'unknown'],
    [`const c = new OpenAI(); if (q) c.baseURL = ${x}; ${ask}`, 'unknown'],
    [`const c = new OpenAI(); export function f(u) { c.baseURL = u; } ${ask}`, 'unknown'],
    [`const c = new OpenAI(); d.baseURL = ${x}; ${ask}`, 'openai OpenAI(…)'],
    [`class A { c = new OpenAI(); constructor(u) { this.c.baseURL = u; } f() { this.${ask} } }`, 'unknown'],
    [
      `class A { constructor() { this.c = new OpenAI(); this.c.baseURL = ${x}; } f() { this.${ask} } }`,
      'gateway x.dev',
    ],
    [`class My extends OpenAI { constructor() { super(); this.baseURL = u; } } const c = new My(); ${ask}`, 'unknown'],
  ],
  classes: [
    [
      `import { OpenAIEmbedding } from '@llamaindex/openai'; new OpenAIEmbedding({ model: 'gpt-4o' });`,
      'openai OpenAIEmbedding(…)',
    ],
    [`import { LLM } from '@llamaindex/openai'; new LLM({ model: 'gpt-4o' });`, 'unknown'],
    [`import { OpenAIThing } from 'other'; new OpenAIThing({ model: 'gpt-4o' });`, 'unknown'],
    [`import OpenAI from 'openai'; const c = new OpenAI.AzureOpenAI(); ${ask}`, 'azure OpenAI.AzureOpenAI(…)'],
    [`import openai from 'openai'; const c = new openai.AzureOpenAI(); ${ask}`, 'azure OpenAI.AzureOpenAI(…)'],
    [`import AI from 'openai'; const c = new AI(); ${ask}`, 'openai OpenAI(…)'],
    [`import { default as AI } from 'openai'; const c = new AI(); ${ask}`, 'openai OpenAI(…)'],
    [`import AI from 'openai'; class Mine extends AI {} const c = new Mine(); ${ask}`, 'openai OpenAI(…)'],
    [`import AI from 'openai'; const c = new AI({ baseURL: process.env.URL }); ${ask}`, 'unknown'],
    [`import AI from '@acme/ai'; const c = new AI(); ${ask}`, 'unknown'],
    [`const openai = require('openai'); const c = new openai.AzureOpenAI(); ${ask}`, azure],
    // As TypeScript compiles an import.
    [`const openai_1 = __importStar(require('openai')); const c = new openai_1.AzureOpenAI(); ${ask}`, azure],
    [
      `const openai_1 = __importDefault(require('openai')); const c = new openai_1.default({ apiKey }); ${ask}`,
      'openai openai_1.default(…)',
    ],
    [`const openai_1 = wrap(require('openai')); const c = new openai_1.default({ apiKey }); ${ask}`, 'unknown'],
    [
      `const f = __importDefault(require('node-fetch')); (0, f.default)(${x}, { body: { model: 'gpt-4o' } });`,
      'gateway x.dev',
    ],
    [`const a = __toESM(require('axios')); (0, a.default)({ url: ${x}, data: { model: 'gpt-4o' } });`, 'gateway x.dev'],
    [
      `var a = _interopRequireDefault(require('axios')); (0, a.default)(${x}, { data: { model: 'gpt-4o' } });`,
      'gateway x.dev',
    ],
    [`const s = __importDefault(require('ws')); new s.default(${x}).send({ model: 'gpt-realtime' });`, 'gateway x.dev'],
    [`const s = __importDefault(require('ws')); new s.default(url).send({ model: 'gpt-realtime' });`, 'unknown'],
    [`const l = __importDefault(require('log')); (0, l.default)(${x}, { model: 'gpt-4o' });`, 'unknown'],
    [`import WS from 'ws'; new WS(${x}).send({ model: 'gpt-realtime' });`, 'gateway x.dev'],
    [`const c = new (await import('openai')).AzureOpenAI(); ${ask}`, azure],
    [`import azure from '@acme/ai'; const c = azure; ${ask}`, 'azure azure(…)'],
    [`import { azure } from '@acme/ai'; const c = azure; ${ask}`, 'azure azure(…)'],
    [`import { default as azure } from '@acme/ai'; const c = azure; ${ask}`, 'azure azure(…)'],
    [
      `import { createAzure } from '@ai-sdk/azure'; const p = createAzure(); ask({ model: p('gpt-4o') });`,
      'azure createAzure(…)',
    ],
    [`function f(createAzure) { const c = createAzure(); ${ask} }`, 'unknown'],
    [`function f(AzureOpenAI) { const c = new AzureOpenAI(); ${ask} }`, 'unknown'],
    [
      `import { OpenAIClient } from '@azure/openai'; const c = new OpenAIClient('https://api.openai.com/v1', k); ${ask}`,
      'openai api.openai.com',
    ],
    [`class A extends B {} class B extends A {} const c = new A(); ${ask}`, 'unknown'],
    [`const My = class extends AzureOpenAI {}; const c = new My(); ${ask}`, azure],
    [`class My extends OpenAI { constructor() { super(); log(); } } const c = new My(); ${ask}`, 'openai OpenAI(…)'],
    [
      `class My extends OpenAI {
        f() { this.g({ baseURL: ${y} }); }
        constructor() { log({ baseURL: ${y} }); super({ baseURL: ${x} }); }
      } const c = new My(); ${ask}`,
      'gateway x.dev',
    ],
  ],
  types: [
    [`function f(c: OpenAI | null) { ${ask} }`, 'unknown'],
    [`function f(c: AzureOpenAI | Anthropic) { ${ask} }`, 'unknown'],
    [`function f(c: AzureOpenAI | OpenAI) { ${ask} }`, 'unknown'],
    [`function f(c: sdk.AzureOpenAI) { ${ask} }`, 'azure AzureOpenAI'],
    [`function f({ d, c }: { d: OpenAI; c: AzureOpenAI }) { ${ask} }`, 'azure AzureOpenAI'],
    [`function f({ c = null }: { c: AzureOpenAI }) { ${ask} }`, 'azure AzureOpenAI'],
    [`class A { d: OpenAI; c: AzureOpenAI; f() { this.${ask} } }`, 'azure AzureOpenAI'],
  ],
  'ways to a call': [
    [`const opts = () => ({ model: 'gpt-4o' }); new AzureOpenAI().responses.create(opts());`, azure],
    [`function opts() { return { model: 'gpt-4o' }; } new AzureOpenAI().responses.create(opts());`, azure],
    [`const list = ['gpt-4o']; for (const model of list) new AzureOpenAI().responses.create({ model });`, azure],
    [`const M = { a: 'gpt-4o', b: 'gpt-4' }; new AzureOpenAI().responses.create({ model: M.a });`, azure, 'unknown'],
    [`enum M { A = 'gpt-4o', B = 'gpt-4' } new AzureOpenAI().responses.create({ model: M.A });`, azure, 'unknown'],
    [`class A { static M = 'gpt-4o'; f() { new AzureOpenAI().responses.create({ model: A.M }); } }`, azure],
    [`class A { m = 'gpt-4o'; f() { new AzureOpenAI().responses.create({ model: this.m }); } }`, azure],
    [`class A { constructor() { this.m = 'gpt-4o'; } f() { new AzureOpenAI().create({ model: this.m }); } }`, azure],
    [`const M = q === 'gpt-4o' ? a : b; new AzureOpenAI().responses.create({ model: M });`, 'unknown'],
    [`import { ask } from 'ai'; const M = 'openai/gpt-4o'; ask({ model: M });`, 'gateway ask("openai/…")'],
    [`const m = (process.env.M ?? 'gpt-4o').trim(); new AzureOpenAI().create({ model: m });`, azure],
    [`const m = (q || 'gpt-4o').trim().toLowerCase(); new AzureOpenAI().create({ model: m });`, azure],
    [`const m = 'gpt-4o'.split('-'); new AzureOpenAI().create({ model: m });`, 'unknown'],
    [`const f = new FormData(); f.append('model', 'whisper-1'); await fetch(${x}, { body: f });`, 'gateway x.dev'],
    [
      `const f = new FormData(); f.set('model', m || 'whisper-1'); axios.post(${x}, f, { headers: f.getHeaders() });`,
      'gateway x.dev',
    ],
    [`const f = new FormData(); f.append('model', 'whisper-1'); fetch(${x}, {}); send(f);`, 'unknown'],
    [`const f = new FormData(); f.append('whisper-1', 'model'); fetch(${x}, { body: f });`, 'unknown'],
    [`const f = new FormData(); f.has('model', 'whisper-1'); fetch(${x}, { body: f });`, 'unknown'],
    [`this.form.append('model', 'whisper-1'); fetch(${x}, { body: this.form });`, 'unknown'],
    [`const m = q || 'gpt-realtime'; await fetch(\`https://x.dev/v1?model=\${m}\`, { body });`, 'gateway x.dev'],
    [
      `const m = 'gpt-realtime', u = 'wss://x.dev'; const url = \`\${u}?model=\${m}\`; const w = new WebSocket(url);`,
      'gateway x.dev',
    ],
    [`const m = 'gpt-realtime'; const at = (m) => \`wss://x.dev?model=\${m}\`; new WebSocket(at(m));`, 'gateway x.dev'],
    [`const m = 'gpt-realtime'; const url = \`\${base}?model=\${m}\`; const w = new WebSocket(url);`, 'unknown'],
    [
      `const w = new WebSocket('wss://x.dev'); w.send(JSON.stringify({ session: { model: 'gpt-realtime' } }));`,
      'gateway x.dev',
    ],
    [
      `class A { open() { this.s = new WebSocket(\`\${this.url ?? 'wss://api.openai.com/v1'}?a=b\`);
        this.s.on('open', () => this.s?.send(JSON.stringify({ session: { model: 'gpt-realtime' } }))); } }`,
      'openai api.openai.com',
    ],
    [`const w = new WebSocket(url); w.send(JSON.stringify({ model: 'gpt-realtime' }));`, 'unknown'],
    [`const w = new WebSockets('wss://x.dev'); w.send(JSON.stringify({ model: 'gpt-realtime' }));`, 'unknown'],
    // What is kept in a list says nothing of where the model is asked.
    [
      `const m = 'gpt-4o'; const c = new AzureOpenAI(); c.responses.create({ model: m }); await db.query(q, [a, m]); db.run(q, [m]);`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const m = 'gpt-4o'; const c = new AzureOpenAI(); c.responses.create({ model: m }); await ask(q, m); run(q, m);`,
      'unknown',
    ],
    [`const m = 'gpt-realtime'; log(\`\${m} at https://x.dev\`);`, 'unknown'],
  ],
};

suite('clients in JavaScript and TypeScript', () => {
  for (const [title, rows] of Object.entries(table)) {
    suite(title, () => {
      for (const [source, ...routes] of rows) testRoutes(source, routes);
    });
  }
});
