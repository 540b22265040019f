import type { Page } from 'playwright-core';
import { allRows } from './list.js';

/** One line of the Problems panel. */
export interface Problem {
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** Who reports it. */
  source: string;
  code: string;
  /** The file's name. */
  file: string;
  /** 1-based. */
  line: number;
  column: number;
}

const parts = {
  file: '.label-name',
  message: '.marker-message',
  source: '.marker-source',
  code: '.marker-code',
  place: '.marker-line',
};

/** Reads the Problems panel, which has to be shown. */
export async function readProblems(page: Page): Promise<Problem[]> {
  let file = '';
  const problems: Problem[] = [];
  for (const row of await allRows(page.locator('.markers-panel .monaco-list'), parts)) {
    if (row.file) file = row.file;
    const place = /Ln (\d+), Col (\d+)/.exec(row.place);
    if (!place) continue; // a file's own row
    const severity = row.label.slice(0, row.label.indexOf(':')).toLowerCase() as Problem['severity'];
    const { message, source, code } = row;
    problems.push({ severity, message, source, code, file, line: Number(place[1]), column: Number(place[2]) });
  }
  return problems;
}
