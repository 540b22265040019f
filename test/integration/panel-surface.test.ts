// One life of the panel's page on a surface that the test holds: what VS Code is given, and when.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSettings } from '../../src/editor/settings';
import type { Services } from '../../src/editor/services';
import { AllowancePage } from '../../src/sidebar/allowance-page';
import type { Memory } from '../../src/sidebar/memory';
import { createPanel } from '../../src/sidebar/panel';
import { isToView } from '../../src/sidebar/guard';
import { until } from './support';

suite('the panel’s surface', () => {
  const changed = new vscode.EventEmitter<void>();
  const visibility = new vscode.EventEmitter<void>();
  const received = new vscode.EventEmitter<unknown>();
  const disposed = new vscode.EventEmitter<void>();
  let warnings: string[];
  let posted: unknown[];
  let pages: string[];
  let view: { visible: boolean };

  const services = {
    log: { warn: (text: string) => warnings.push(text), error: (text: string) => warnings.push(text) },
    usage: { isKnown: false, isConnected: false, isAsking: false, onDidChange: changed.event, refreshIfDue: () => {} },
    index: { state: 'ready', notes: [], references: () => [], onDidChange: changed.event },
    configuration: {
      onDidChange: changed.event,
      settings: async () => readSettings(() => undefined).settings,
      problems: async () => ['A setting is wrong.'],
      extraIds: async () => new Set(),
    },
  } as unknown as Services;
  const memory = { folder: undefined, ticked: new Set(), onDidChange: changed.event } as unknown as Memory;

  const open = (given: Services): void => {
    const webview = {
      options: {},
      set html(html: string) {
        pages.push(html);
      },
      postMessage: async (message: unknown) => posted.push(message),
      onDidReceiveMessage: received.event,
    };
    view = { visible: true };
    const surface = { webview, onDidChangeVisibility: visibility.event, onDidDispose: disposed.event };
    Object.defineProperty(surface, 'visible', { get: () => view.visible });
    new AllowancePage(given, memory, surface as unknown as vscode.WebviewView, {
      starter: 'start();',
      script: 'go();',
      style: 'p {}',
      askedAt: 0,
    });
  };
  setup(() => {
    [warnings, posted, pages] = [[], [], []];
    open(services);
  });
  teardown(() => disposed.fire());

  test('has its page, with the allowance in it, before anything is waited for', () => {
    assert.equal(pages.length, 1);
    assert.match(pages[0]!, /<main.*250,000.*2,500,000.*00:00 UTC/s);
    assert.match(pages[0]!, /<script nonce="[\w-]+">start\(\);<\/script>/);
  });

  test('says from the first that a workspace is being read which its script will have read', () => {
    open({ ...services, index: { ...services.index, state: 'idle' } } as unknown as Services);
    const shown = pages[1]!.split('</main>')[0]!;
    assert.match(shown, /<progress/);
    assert.doesNotMatch(shown, /has not been scanned yet/);
  });

  test('is left alone when it is closed before it is filled', async () => {
    const { extensionUri } = vscode.extensions.getExtension('token-allowance.token-allowance')!;
    const panel = vscode.window.createWebviewPanel('closed', 'Closed at once', vscode.ViewColumn.Active);
    const filling = createPanel(services, extensionUri, memory).fill(panel);
    panel.dispose();
    await filling;
  });

  test('answers with a whole snapshot when the page is ready, and when something has changed', async () => {
    received.fire({ type: 'ready' });
    await until(() => posted.length === 1);
    assert.ok(isToView(posted[0]));
    changed.fire();
    await until(() => posted.length === 2);
  });

  test('offers to connect a key only once it is known that none is kept', async () => {
    const offer = /See how much is used today/;
    assert.doesNotMatch(pages[0]!.split('</main>')[0]!, offer);
    received.fire({ type: 'ready' });
    await until(() => posted.length === 1);
    assert.doesNotMatch(JSON.stringify(posted[0]), /"usage"/);
    Object.assign(services.usage, { isKnown: true });
    changed.fire();
    await until(() => posted.length === 2);
    assert.match(JSON.stringify(posted[1]), /"usage":{"connected":false/);
    view.visible = false;
    visibility.fire();
    assert.match(pages[1]!.split('</main>')[0]!, offer);
    Object.assign(services.usage, { isKnown: false });
  });

  test('refuses a malformed message with a line in the log', async () => {
    received.fire({ type: 'run', command: 'quit' });
    await until(() => warnings.length === 1);
    assert.match(warnings[0]!, /malformed message, which was refused/);
    assert.deepEqual(posted, []);
  });

  test('says why it could not do what was asked, and shows again what is', async () => {
    const { showErrorMessage } = vscode.window;
    const said: string[] = [];
    vscode.window.showErrorMessage = async <T>(text: string) => said.push(text) as T;
    try {
      Object.assign(memory, { chooseFolder: () => Promise.reject(new Error('The settings cannot be written.')) });
      received.fire({ type: 'chooseFolder', uri: 'file:///a' });
      await until(() => posted.length === 1);
      assert.ok(isToView(posted[0]));
      assert.deepEqual(said, ['The settings cannot be written.']);
      assert.equal(warnings.length, 1);
    } finally {
      vscode.window.showErrorMessage = showErrorMessage;
    }
  });

  test('sends nothing that has been overtaken meanwhile, nor to a page that has ended', async () => {
    const { settings } = services.configuration;
    const waiting: (() => void)[] = [];
    const slow = async () => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return settings();
    };
    try {
      Object.assign(services.configuration, { settings: slow });
      received.fire({ type: 'ready' });
      await until(() => waiting.length === 1);
      Object.assign(services.configuration, { settings });
      received.fire({ type: 'ready' });
      await until(() => posted.length === 1);
      Object.assign(services.configuration, { settings: slow });
      received.fire({ type: 'ready' });
      await until(() => waiting.length === 2);
      disposed.fire();
      Object.assign(services.configuration, { settings });
      for (const go of waiting) go();
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(posted.length, 1);
    } finally {
      Object.assign(services.configuration, { settings });
    }
  });

  test('while it is hidden the page waiting to be shown says what it said last, and nothing is computed', async () => {
    received.fire({ type: 'ready' });
    await until(() => posted.length === 1);
    view.visible = false;
    visibility.fire();
    assert.equal(pages.length, 2);
    assert.match(pages[1]!, /<main.*A setting is wrong\..*250,000.*No OpenAI model/s);
    changed.fire();
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual([posted.length, pages.length], [1, 2]);
  });

  test('asks for a scan when it is first ready, and no more after that has been cancelled', async () => {
    const { executeCommand } = vscode.commands;
    const asked: string[] = [];
    Object.assign(services.index, { state: 'idle' });
    vscode.commands.executeCommand = async <T>(command: string) => asked.push(command) as T;
    try {
      for (const times of [1, 2]) {
        received.fire({ type: 'ready' });
        await until(() => posted.length === times);
      }
      assert.deepEqual(asked, ['tokenAllowance.scanWorkspace']);
    } finally {
      vscode.commands.executeCommand = executeCommand;
      Object.assign(services.index, { state: 'ready' });
    }
  });
});
