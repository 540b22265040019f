import * as z from 'zod/mini';
import { usageTiers } from '../core/program/allowance';
import { groupNames } from '../core/groups';

/** One place in the workspace that names a model. */
const place = z.object({
  uri: z.string(),
  /** Path relative to the workspace, with the folder's name in front where there are several; `/` between the parts. */
  path: z.string(),
  /** 0-based, UTF-16; within the cell for a notebook. */
  line: z.int(),
  column: z.int(),
  /** Number of UTF-16 code units inside the quotes. */
  length: z.int(),
  /** 0-based index among all cells of a notebook. */
  cell: z.optional(z.int()),
  role: z.enum(['use', 'mention']),
  inTest: z.boolean(),
});

/** One model of the workspace within one group. */
const row = z.object({
  model: z.string(),
  /** The snapshot an alias stands for. */
  snapshot: z.optional(z.string()),
  /** Places outside tests that a run can use, places that only name the model, and all places in tests. */
  uses: z.int(),
  mentions: z.int(),
  tests: z.int(),
  /** What is wrong and the way out, in one or two sentences, a line for each way of use; absent when all is well. */
  note: z.optional(z.string()),
  /** The way out in a few words, or where the traffic goes instead; absent when all is well or nothing helps. */
  advice: z.optional(z.string()),
  /** The date of its shutdown, where one is announced or past. */
  shutdown: z.optional(z.string()),
  /** The settings say not to report it. */
  ignored: z.optional(z.boolean()),
  /** That date is near, by the settings. */
  endsSoon: z.boolean(),
  /** The first places, uses before mentions before tests; `uses + mentions + tests` counts them all. */
  places: z.array(place),
});

const group = z.object({ group: z.enum(groupNames), rows: z.array(row) });

/** See `Used`; `at` is when OpenAI was asked, in ms since 1970. */
const used = z.object({
  large: z.int(),
  small: z.int(),
  basis: z.enum(['counted', 'estimated']),
  billed: z.int(),
  unplaced: z.int(),
  at: z.int(),
});

const usage = z.object({
  /** Somebody has connected an admin key to ask with. */
  connected: z.boolean(),
  asking: z.boolean(),
  /** Absent until OpenAI has answered. */
  used: z.optional(used),
  /** What went wrong the last time, and the remedy. */
  trouble: z.optional(z.string()),
  /** Only another key helps. */
  refused: z.optional(z.boolean()),
});

const httpsUrl = z.url({ protocol: /^https$/ });

const usageTier = z.literal(usageTiers);

/** Everything the panel shows, computed by the host; the view adds only the clock. */
export const snapshotSchema = z.object({
  tier: z.object({
    value: usageTier,
    /** The settings file that decides; `default` when none does. */
    decidedBy: z.enum(['default', 'user', 'workspace', 'folder']),
    /** That file's name, where it is the workspace's or a folder's. */
    file: z.optional(z.string()),
  }),
  /** The workspace's folders if they differ in what the panel shows by folder, else none; one of them is shown. */
  folders: z.array(z.object({ uri: z.string(), name: z.string(), tier: usageTier, shown: z.boolean() })),
  /** Tokens a day. */
  allowance: z.object({ large: z.int(), small: z.int(), total: z.int() }),
  /** The tokens used since the last reset; absent where OpenAI may not be asked, and until it is known whether a key is kept. */
  usage: z.optional(usage),
  /** The folder is not trusted. */
  restricted: z.boolean(),
  scan: z.discriminatedUnion('state', [
    z.object({ state: z.literal('no-folder') }),
    z.object({ state: z.literal('idle') }),
    z.object({ state: z.literal('scanning'), done: z.int(), total: z.optional(z.int()) }),
    /** Files with models; and whether it is still being found out where some of these are sent. */
    z.object({ state: z.literal('ready'), files: z.int(), refining: z.optional(z.boolean()) }),
    z.object({ state: z.literal('error'), message: z.string() }),
  ]),
  groups: z.array(group),
  /** What the last scan could not read or had to leave out, in sentences. */
  notes: z.array(z.string()),
  /** What must be true for any token to be free, what never is, and how tokens count: for the user to check. */
  checklist: z.array(
    z.object({
      about: z.enum(['condition', 'exclusion', 'rule']),
      text: z.string(),
      link: z.optional(z.object({ label: z.string(), url: httpsUrl })),
      ticked: z.boolean(),
    }),
  ),
  /** The listings that the answers are based on, newest first. */
  sources: z.array(
    z.object({
      title: z.string(),
      date: z.string(),
      ageDays: z.int(),
      url: z.optional(httpsUrl),
      chosen: z.boolean(),
    }),
  ),
  /** Even the newest chosen listing is old. */
  outdated: z.boolean(),
  /** What the usage tiers give, the lower ones first: tokens a day, and what all of it may be worth. */
  bands: z.array(
    z.object({ tiers: z.array(z.int()), large: z.int(), small: z.int(), upToUsd: z.optional(z.number()) }),
  ),
  /** Who says what the tokens are worth. */
  worth: z.optional(z.object({ title: z.string(), date: z.string(), url: z.optional(httpsUrl) })),
  /** Settings with wrong values, said in sentences. */
  problems: z.array(z.string()),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
/** What can be shown without waiting for anything: the page starts with it. */
export type Essentials = Pick<Snapshot, 'tier' | 'folders' | 'allowance' | 'usage' | 'restricted' | 'scan'>;
/** As much of a snapshot as is known so far. */
export type Known = Essentials & Partial<Snapshot>;
export type Usage = z.infer<typeof usage>;
export type Group = z.infer<typeof group>;
export type Row = z.infer<typeof row>;
export type Place = z.infer<typeof place>;

/** Messages from the extension to the view: always whole snapshots. */
export const toView = z.object({ type: z.literal('snapshot'), snapshot: snapshotSchema });

/** Chosen by keyboard: if nothing is chosen in the input that follows, the page gets the focus back. */
const byKey = z.optional(z.literal(true));

/** Messages from the view to the extension. */
export const toHost = z.discriminatedUnion('type', [
  /** The view listens and wants the current snapshot; sent again when a new UTC day begins. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('setTier'), tier: usageTier }),
  /** Shows another folder's tier, and changes that one from now on. */
  z.object({ type: z.literal('chooseFolder'), uri: z.string() }),
  /** Opens the setting that decides the tier. */
  z.object({ type: z.literal('openTierSetting') }),
  z.object({ type: z.literal('openFolder') }),
  z.object({ type: z.literal('scan') }),
  z.object({ type: z.literal('cancelScan') }),
  /** Ticks an item of the checklist, or unticks it. */
  z.object({ type: z.literal('tick'), text: z.string(), ticked: z.boolean() }),
  /** Connects an admin key, asks OpenAI again what is used, or forgets the key. */
  z.object({ type: z.literal('usage'), act: z.enum(['connect', 'refresh', 'disconnect']), byKey }),
  z.object({ type: z.literal('manageTrust') }),
  /** Puts a text on the clipboard. */
  z.object({ type: z.literal('copy'), text: z.string().check(z.maxLength(100_000)) }),
  z.object({ type: z.literal('open'), uri: z.string(), line: z.int(), column: z.int(), cell: z.optional(z.int()) }),
  /** Shows every place of a model, where the snapshot holds only the first ones. */
  z.object({ type: z.literal('showPlaces'), group: group.shape.group, model: z.string(), byKey }),
  /** Begins to replace a model everywhere. */
  z.object({ type: z.literal('replace'), model: z.string(), byKey }),
  z.object({ type: z.literal('openSettings'), query: z.string() }),
]);

export type ToView = z.infer<typeof toView>;
export type ToHost = z.infer<typeof toHost>;
