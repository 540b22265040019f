import type { Snapshot } from '../protocol';
import { h } from './dom';
import { send } from './host';
import { count, counted } from './texts';

type Slice = Snapshot['scan'] & { models: number };

/** How far the scan is, and what to do while there is nothing to show. */
export function renderScan(scan: Slice): Node[] {
  switch (scan.state) {
    case 'no-folder':
      return [h('p', { class: 'empty' }, 'Open a folder to see which models your code uses, and from which pool.')];
    case 'idle':
      return [
        h(
          'p',
          { class: 'empty' },
          scan.models > 0 ? 'The workspace has not been read to its end.' : 'The workspace has not been read yet.',
        ),
        scanButton('Scan workspace'),
      ];
    case 'scanning':
      return [
        h('label', { for: 'progress' }, 'Reading the workspace…'),
        h('progress', { id: 'progress', max: scan.total, value: scan.total && scan.done }),
        h('p', { class: 'dim' }, scan.total ? `${count(scan.done)} of ${counted(scan.total, 'file')}` : undefined),
        h('button', { class: 'link', 'data-key': 'scan', onclick: () => send({ type: 'cancelScan' }) }, 'Cancel'),
      ];
    case 'error':
      return [
        h(
          'div',
          { class: 'notice error', role: 'alert' },
          h('p', {}, 'The workspace could not be read.'),
          h('p', {}, scan.message),
        ),
        scanButton('Try again'),
      ];
    case 'ready':
      if (scan.models > 0) return [];
      return [
        h('p', { class: 'empty' }, 'No OpenAI model is named in this workspace’s TypeScript, JavaScript or Python.'),
        scanButton('Scan again'),
      ];
  }
}

/** What a screen reader hears when the scan starts or ends. */
export function announcement(scan: Slice): string {
  if (scan.state === 'scanning') return 'Reading the workspace';
  if (scan.state === 'ready') return `${counted(scan.models, 'model')} found in ${counted(scan.files, 'file')}`;
  return '';
}

function scanButton(text: string): HTMLElement {
  return h('button', { class: 'primary', 'data-key': 'scan', onclick: () => send({ type: 'scan' }) }, text);
}
