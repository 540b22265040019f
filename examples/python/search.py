"""Answers questions from a folder of manuals, with LangChain."""

from langchain_core.prompts import ChatPromptTemplate
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_openai import AzureChatOpenAI, ChatOpenAI, OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
store = InMemoryVectorStore(embeddings)

writer = ChatOpenAI(model="gpt-5.6-luna", temperature=0)
checker = ChatOpenAI(model_name="o3")
regional = AzureChatOpenAI(azure_deployment="gpt-4o", api_version="2024-10-21")

prompt = ChatPromptTemplate.from_messages(
    [
        ("system", "Answer from these pages only:\n{pages}"),
        ("human", "{question}"),
    ]
)


def ask(question: str, eu: bool = False) -> str:
    pages = "\n\n".join(page.page_content for page in store.similarity_search(question, k=4))
    chain = prompt | (regional if eu else writer)
    return str(chain.invoke({"pages": pages, "question": question}).content)
