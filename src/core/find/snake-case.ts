import { remember } from '../remember';

/** Where a word begins in a name without a separator: `getModel`, `APIDebug`. */
const hump = /([a-z\d])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g;

/**
 * A name in snake case, so that rules need only one spelling: `get_model_info` for `getModelInfo`, `GET_MODEL_INFO`, `get-model-info` and
 * `get.model.info`.
 */
export const snakeCase = remember((name) => name.replace(hump, '$&_').replace(/[-.]/g, '_').toLowerCase());
