import type { Language } from '../find/reference';
import { isPackage, isWorkspaceModule } from './resolve';

/** What a text takes from other files: each statement to the end of the line where its list of names ends. */
const imports =
  /^[ \t]*(?:export\b|(?:(?:import|from)\b|(?:const|let|var)\b(?:[^\n=;{]*|\s*\{[^{}=;]*\}\s*)=\s*require\b)[^\n({]*(?:[({][^)}]*)?)[^\n]*/gm;

const ofModels = /model|llm|engine|config|settings|constants/i;

/** Whether a text may read a model that it imports under a telling name, from a telling file, though it holds none itself. */
export function importsModel(text: string): boolean {
  for (const [statement] of text.matchAll(imports)) if (ofModels.test(statement)) return true;
  return false;
}

const ofClients =
  /client|azure|gpt|llm|model|provider|gateway|proxy|chat|complet|assistant|agent|embed|image|speech|\bapi\b|(?<![a-z])ai|ai(?![a-z])/i;
const pythonModule = /^[ \t]*(?:from|import)[ \t]+([\w.]+)/;
const module = /\b(?:from\s*|require\s*\(\s*)['"]([^'"\n]+)/;
/** Whether a text may import a client, or a function that makes or uses one, under a telling name or from a telling file of the workspace. */
export function importsClient(text: string, language: Language): boolean {
  for (const [statement] of text.matchAll(imports)) {
    const specifier = (language === 'python' ? pythonModule : module).exec(statement)?.[1];
    if (specifier === undefined || !ofClients.test(statement)) continue;
    if (language === 'python' ? !isPackage(specifier) : isWorkspaceModule(specifier)) return true;
  }
  return false;
}
