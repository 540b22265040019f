/** Which model answers what. Deployments override it by environment. */
export const models = {
  chat: process.env.CHAT_MODEL ?? 'gpt-4o',
  triage: process.env.TRIAGE_MODEL ?? 'gpt-4o-mini',
  reasoning: 'o3',
  legal: 'gpt-5-pro',
  embedding: 'text-embedding-3-small',
  speech: 'gpt-4o-mini-tts',
} as const;

/** Fine-tuned on last year's tickets; kept for comparison. */
export const ticketModel = 'ft:gpt-4o-mini-2024-07-18:acme:tickets:9aBcDeFg';

export type Effort = 'low' | 'medium' | 'high';
