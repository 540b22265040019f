import { ProjectFiles } from '../../../src/workspace/project-files';
import { meaningsOf } from '../../../src/workspace/specifiers';

/** Manifests as objects, by path. */
export type Files = Readonly<Record<string, unknown>>;

/** What specifiers mean in `/w/apps/web/src/a.ts`, in a workspace of these files, relative to `/w`; manifests as objects. */
export async function meanings(specifier: string, files: Files, from = 'apps/web/src/a.ts'): Promise<string[]> {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [
      `/w/${path}`,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  const list = (folder: string): string[] => {
    const below = [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
    const rest = below.map((path) => path.slice(folder.length + 1).split('/'));
    return [...new Set(rest.flatMap(([name, ...more]) => (name !== undefined && more.length > 0 ? [name] : [])))];
  };
  const project = new ProjectFiles({ roots: ['/w'], read: (path) => texts.get(path), list });
  const found = await meaningsOf(specifier, `/w/${from}`, project);
  return found.map(({ path, by }) => `${path.slice(3)} by ${by.slice(3)}`);
}

/** The same without the files that say so. */
export async function paths(...args: Parameters<typeof meanings>): Promise<string[]> {
  return (await meanings(...args)).map((each) => each.replace(/ by .*/, ''));
}
