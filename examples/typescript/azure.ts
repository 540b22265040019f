import { AzureOpenAI } from 'openai';

/** The branch office's data has to stay in its region, so its traffic goes to Azure. */
const azure = new AzureOpenAI({ apiVersion: '2024-10-21', deployment: 'gpt-4o' });

export async function translate(text: string, language: string): Promise<string> {
  const completion = await azure.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: `Translate into ${language}:\n${text}` }],
  });
  return completion.choices[0]?.message.content ?? '';
}
