/** What a text takes from other files: each statement to the end of the line where its list of names ends. */
const imports =
  /^[ \t]*(?:export\b|(?:(?:import|from)\b|(?:const|let|var)\b(?:[^\n=;{]*|\s*\{[^{}=;]*\}\s*)=\s*require\b)[^\n({]*(?:[({][^)}]*)?)[^\n]*/gm;
const telling = /model|llm|engine|config|settings|constants/i;

/** Whether a text may read a model that it imports under a telling name, from a telling file, though it holds none itself. */
export function importsModel(text: string): boolean {
  for (const [statement] of text.matchAll(imports)) if (telling.test(statement)) return true;
  return false;
}
