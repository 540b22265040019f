import type { Language } from '../find/reference';
import { isPackage, isWorkspaceModule } from './resolve';

/** Statements that import or export, each up to the end of the line on which its list of names ends. */
const imports =
  /^[ \t]*(?:export\b|(?:(?:import|from)\b|(?:const|let|var)\b(?:[^\n=;{]*|\s*\{[^{}=;]*\}\s*)=\s*require\b)[^\n({]*(?:[({][^)}]*)?)[^\n]*/gm;

const ofModels = /model|llm|engine|config|settings|constants/i;

/** Whether a text that holds no model itself may import one, judging by the name or the file. */
export function importsModel(text: string): boolean {
  for (const [statement] of text.matchAll(imports)) if (ofModels.test(statement)) return true;
  return false;
}

const ofClients =
  /client|azure|gpt|llm|model|provider|gateway|proxy|chat|complet|assistant|agent|embed|image|speech|\bapi\b|(?<![a-z])ai|ai(?![a-z])/i;
const pythonModule = /^[ \t]*(?:from|import)[ \t]+([\w.]+)/;
const module = /\b(?:from\s*|require\s*\(\s*)['"]([^'"\n]+)/;

/** Whether a text may import a client from the workspace, or a function that makes or uses one, judging by the name or the file. */
export function importsClient(text: string, language: Language): boolean {
  for (const [statement] of text.matchAll(imports)) {
    const specifier = (language === 'python' ? pythonModule : module).exec(statement)?.[1];
    if (specifier === undefined || !ofClients.test(statement)) continue;
    if (language === 'python' ? !isPackage(specifier) : isWorkspaceModule(specifier)) return true;
  }
  return false;
}
