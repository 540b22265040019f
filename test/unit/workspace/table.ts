/** The models of `pythonTable`, in its order. */
export const tableIds = ['gpt-4', 'gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-5', 'o3'];

/** A table of models in Python, with the rows `Models.M0` to `Models.M5`. */
export const pythonTable = `class Models:\n${tableIds.map((id, at) => `    M${at} = "${id}"\n`).join('')}`;
