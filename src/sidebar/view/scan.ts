import type { Known, ToHost } from '../protocol';
import { h, type Markup } from './markup';
import { speaker } from './words';

/** How far the scan is, and how many models it has found so far; undefined as long as that is not known. */
type Slice = Known['scan'] & { models: number | undefined };

/** What is said of the scan. */
export function scanOf({ scan, groups }: Known): Slice {
  const models = groups && new Set(groups.flatMap(({ rows }) => rows.map(({ model }) => model))).size;
  return { ...scan, models };
}

/** How far the scan is, and what to do while there is nothing to show. */
export function renderScan(scan: Slice): Markup[] {
  switch (scan.state) {
    case 'no-folder':
      return [
        h('p', { class: 'empty' }, speaker.say('panelNoFolder')),
        primary(speaker.say('panelOpenFolder'), { type: 'openFolder' }),
      ];
    case 'idle':
      return [
        h('p', { class: 'empty' }, speaker.say(scan.models ? 'panelHalfRead' : 'panelUnread')),
        scanButton(speaker.say('panelScan')),
      ];
    case 'scanning':
      return [
        h('label', { for: 'progress' }, speaker.say('panelScanning')),
        h('progress', { id: 'progress', max: scan.total, value: scan.total && scan.done }),
        h('p', { class: 'dim' }, scan.total ? progress(scan.done, scan.total) : undefined),
        h('button', { class: 'link', 'data-key': 'scan', onclick: { type: 'cancelScan' } }, speaker.say('panelCancel')),
      ];
    case 'error':
      return [
        h(
          'div',
          { class: 'notice error', role: 'alert' },
          h('p', {}, speaker.say('panelScanFailed')),
          h('p', {}, scan.message),
        ),
        scanButton(speaker.say('panelScanRetry')),
      ];
    case 'ready':
      if (scan.models !== 0) return scan.refining ? [h('p', { class: 'dim' }, refining())] : [];
      return [h('p', { class: 'empty' }, speaker.say('panelNoModels')), scanButton(speaker.say('panelScanAgain'))];
  }
}

/** What a screen reader hears when the scan starts or ends. */
export function announcement(scan: Slice): string {
  if (scan.state === 'scanning') return speaker.say('panelScanning');
  if (scan.state !== 'ready') return '';
  const models = speaker.counted(scan.models ?? 0, 'panelModel', 'panelModels');
  return speaker.say('panelFound', models, speaker.counted(scan.files, 'panelFile', 'panelFiles'));
}

function progress(done: number, total: number): string {
  return speaker.say('panelProgress', speaker.number(done), speaker.counted(total, 'panelFile', 'panelFiles'));
}

const refining = (): string => speaker.say('panelRefining', speaker.say('panelElsewhere'));

const scanButton = (text: string): Markup => primary(text, { type: 'scan' });

function primary(text: string, onclick: ToHost): Markup {
  return h('button', { class: 'primary', 'data-key': 'scan', onclick }, text);
}
