import OpenAI from 'openai';
import { models, ticketModel, type Effort } from './config';

const openai = new OpenAI();

/** Answers a customer's question, streaming. */
export async function* answer(question: string) {
  const stream = await openai.chat.completions.create({
    model: 'gpt-4o',
    stream: true,
    messages: [
      { role: 'system', content: 'You are the support assistant of a bicycle shop. Be brief.' },
      { role: 'user', content: question },
    ],
  });
  for await (const chunk of stream) yield chunk.choices[0]?.delta?.content ?? '';
}

/** Sorts a ticket; cheap and fast. */
export async function triage(ticket: string): Promise<string> {
  const response = await openai.responses.create({
    model: 'gpt-4o-mini',
    instructions: 'Answer with one word: repair, sales or complaint.',
    input: ticket,
  });
  return response.output_text;
}

/** The same with the fine-tuned model. */
export async function triageTuned(ticket: string): Promise<string> {
  const response = await openai.responses.create({ model: ticketModel, input: ticket });
  return response.output_text;
}

/** Thinks longer about warranty cases. */
export async function warranty(facts: string, effort: Effort = 'medium'): Promise<string> {
  const response = await openai.responses.create({
    model: models.reasoning,
    reasoning: { effort },
    input: `Is this covered by the warranty?\n${facts}`,
  });
  return response.output_text;
}

/** An older summary job that nobody has touched for a while. */
export async function summarize(thread: string): Promise<string> {
  const completion = await openai.chat.completions.create({
    model: 'gpt-3.5-turbo',
    messages: [{ role: 'user', content: `Summarize:\n${thread}` }],
  });
  return completion.choices[0]?.message.content ?? '';
}

/** Reads an answer aloud. */
export async function speak(text: string): Promise<ArrayBuffer> {
  const speech = await openai.audio.speech.create({ model: 'gpt-4o-mini-tts', voice: 'coral', input: text });
  return speech.arrayBuffer();
}

export async function embed(texts: string[]): Promise<number[][]> {
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input: texts });
  return data.map((item) => item.embedding);
}
