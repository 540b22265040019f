/** What is said about the tokens used today; a part of `messages`. Where a singular and a plural form a pair, `{0}` is the number. */
export const usageMessages = {
  usageSee: 'See how much is used today…',
  usageAsking: 'Asking OpenAI…',
  usageAgain: 'Ask again',
  usageDisconnect: 'Disconnect',
  usageAnother: 'Connect another key…',
  usedCounted: 'Counted as free by OpenAI as of {0}; its count lags by minutes.',
  usedEstimated:
    'An estimate as of {0}: all tokens of covered models today. OpenAI has marked none of them as free, so check that the project shares its traffic.',
  usedNone: "No tokens of covered models today, as of {0}; OpenAI's count lags by minutes.",
  usedBilledOne: '{0} more token of covered models was not marked as free.',
  usedBilled: '{0} more tokens of covered models were not marked as free.',
  usedUnplacedOne: '{0} more token marked as free belongs to a model on no list.',
  usedUnplaced: '{0} more tokens marked as free belong to models on no list.',
  usedHover: '{0} of them are used today, as of {1}.',
  usedHoverEstimated: 'An estimated {0} of them are used today, as of {1}.',

  usageRefused: 'OpenAI refused the admin key ({0}): it is misspelt, or was deleted. Connect another one.',
  usageForbidden:
    "OpenAI does not let this key read the organization's usage ({0}): it takes an admin key, with the permission to read usage (api.usage.read). Connect another one.",
  usageLimited: 'OpenAI was asked too often ({0}).',
  usageFailed: 'OpenAI answered with an error ({0}).',
  usageUnreachable: "api.openai.com could not be reached ({0}): check the network and VS Code's proxy settings.",
  usageMalformed:
    "OpenAI's answer could not be read ({0}): this version of the extension does not know its form. Look for a newer version.",
  usageBroken: 'An error in this extension kept it from asking OpenAI ({0}): reload the window.',
  usageLater: 'OpenAI will be asked again later.',
  usageNotKept: 'The key was not saved: connect it again later.',
  usageNotStored: "VS Code's secret storage could not keep the key ({0}).",

  usageTitle: 'The tokens used today: connect an OpenAI admin key',
  usagePrompt:
    "Owners of the organization create one at platform.openai.com/settings/organization/admin-keys; permission to read usage is enough. It is kept in VS Code's secret storage and sent only to api.openai.com.",
  usageNoAdminKey: 'Admin keys begin with sk-admin-; project keys cannot read usage.',
  usageKeyMore:
    'An admin key is sk-admin- with only letters, digits, hyphens and underscores after it: remove whatever else was pasted.',
  usageForgotten: 'The admin key was removed from VS Code. It stays valid at OpenAI until you delete it there.',
  usageKeys: "OpenAI's Admin Keys",
  usageUntrusted: 'In restricted mode OpenAI is not asked for the tokens used today: trust the workspace first.',
  usageInBrowser:
    'In a browser OpenAI is not asked for the tokens used today: open the folder in VS Code on a computer.',

  usageStatus: 'Tokens used today',
  usagePool: '{0}: {1} of {2} tokens, {3}.',
} as const;
