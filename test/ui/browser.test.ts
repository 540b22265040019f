// As on vscode.dev: the extension runs in the browser's own extension host, without Node, threads or a disk.
import assert from 'node:assert/strict';
import { runningExtension, saysTheTestsDay } from './running.js';
import { until } from './wait.js';
import { useWorkbench } from './workbench.js';

const files = {
  'app.py': [
    'from openai import AzureOpenAI, OpenAI',
    '',
    'elsewhere = AzureOpenAI()',
    'MODEL = "gpt-5-pro"',
    '',
    'def ask(text):',
    '    return OpenAI().responses.create(model=MODEL, input=text)',
    '',
    'elsewhere.chat.completions.create(model="gpt-4o", messages=[])',
    '',
  ].join('\n'),
  'chat.ts': [
    "import OpenAI from 'openai';",
    "const elsewhere = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });",
    "export const ask = () => elsewhere.responses.create({ model: 'gpt-4.1', input: 'Hello' });",
    "export const cheap = () => new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'Hello' });",
    '',
  ].join('\n'),
  'shared/clients.py': [
    'from openai import AzureOpenAI',
    'MODEL = "gpt-5-mini"',
    'def make():',
    '    return AzureOpenAI()',
    '',
  ].join('\n'),
  'imports.py': [
    'from shared.clients import MODEL, make',
    'client = make()',
    'client.responses.create(model=MODEL, input="Hello")',
    'client.responses.create(model="gpt-4.1-nano", input="Hello")',
    '',
  ].join('\n'),
  'closed/batch.py': [
    'from shared.clients import make',
    'client = make()',
    'client.responses.create(model="gpt-5-mini", input="Hello")',
    '',
  ].join('\n'),
  '.vscode/token-allowance.json': JSON.stringify({
    ...{ id: 'ours', title: 'Ours', date: '2026-11-20', pools: { large: ['gpt-5.5-house'], small: [] } },
  }),
};

suite('Token Allowance in a browser', () => {
  const vscode = useWorkbench({ files, inBrowser: true, settings: { 'tokenAllowance.usageTier': 3 } });

  const codes = async (file: string) => {
    const all = await vscode().problems();
    return all
      .filter((problem) => problem.source === 'Token Allowance' && problem.file === file)
      .map(({ code, line }) => `${code} ${line}`);
  };

  test('runs there, and hovers say what they say elsewhere', async () => {
    await vscode().openFile('app.py');
    assert.match(await vscode().hoverAt('gpt-5-pro', /overed/), /Not covered: billed at normal rates/);
    await vscode().openFile('chat.ts');
    assert.match(await vscode().hoverAt('gpt-4o-mini', /tokens a day/), /small pool, 10,000,000 tokens a day/);
    await runningExtension(vscode());
    await vscode().screenshot('browser hover');
  });

  test('the second pass follows clients and names in Python and TypeScript', async () => {
    await vscode().openFile('app.py');
    await until('the route to Azure and the name', async () => {
      const found = await codes('app.py');
      return found.includes('other-route 9') && found.includes('not-listed 7') ? found : undefined;
    });
    await vscode().openFile('chat.ts');
    await until('the route through OpenRouter', async () => (await codes('chat.ts')).includes('other-route 3'));
  });

  test('imported names and clients are followed to the files that hold them', async () => {
    await vscode().openFile('imports.py');
    await until('the route to Azure', async () => {
      const found = await codes('imports.py');
      return found.includes('other-route 3') && found.includes('other-route 4') ? found : undefined;
    });
    assert.match(await vscode().hoverAt('MODEL', /holds/, 2), /MODEL holds gpt-5-mini, imported from shared\.clients/);
  });

  test('the panel counts what all files of the folder hold and knows where it goes, and asks for no key', async () => {
    await vscode().openView('Token Allowance');
    const frame = await vscode().webviewFrame(/Sent elsewhere[^]*gpt-5-mini[^]*goes to Azure/);
    const text = await frame.locator('main').innerText();
    assert.match(text, /From the small pool[^]*gpt-4o-mini[^]*1 use[^]*6 models found in 5 files/);
    assert.doesNotMatch(text, /how much is used today/);
    await saysTheTestsDay(frame);
    await vscode().screenshot('browser panel');
  });

  test('the command that would ask for a key says why it does not', async () => {
    await vscode().runCommand('Token Allowance: Connect Admin Key to See Tokens Used Today…');
    await vscode().page.getByText('In a browser OpenAI is not asked for the tokens used today').first().waitFor();
  });
});
