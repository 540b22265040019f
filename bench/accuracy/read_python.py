"""An independent reading of Python sources and notebooks, with Python's own `ast` and, where that fails, `tokenize`.

Reads a JSON object from standard input ({"ids", "bare", "prefixes", "alike", "variant", "files"}) and writes one line of JSON for each file:
{"path", "how": "tree" | "tokens" | "refused", "references": [...], "alike": [...]}. It shares no code with the finder, which is
measured against it.
"""
import ast
import io
import json
import re
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
REQUEST = json.load(sys.stdin)
IDS, BARE = frozenset(REQUEST["ids"]), frozenset(REQUEST["bare"])
PREFIXES = sorted(REQUEST["prefixes"].items(), key=lambda item: -len(item[0]))
OPENING = re.compile(r"[a-zA-Z]*(\"\"\"|'''|\"|')")
ALIKE, VARIANT = re.compile(REQUEST["alike"]), re.compile(REQUEST["variant"])
MODELISH = re.compile(r"model|llm|engine|embedd(?:er|ing)|(?:^|_)v?lm$", re.I)
LABEL = re.compile(
    r"(?:^|[_-])(?:label|title|caption|placeholder|desc|description|help|hint|text|content|summary|alt|url|path)s?$"
    r"|^(?:id|key|name|value|slug|family|provider|type|group|owned_by|object|root|parent)$|display_?name|(?<!model)_id$",
    re.I,
)
TOKENIZER = "tokeni[sz]er|tiktoken|token_?encod|encoding_?for_?model"
CLIENTS = {
    "OpenAI": "openai", "AsyncOpenAI": "openai", "AzureOpenAI": "azure", "AsyncAzureOpenAI": "azure",
    "ChatOpenAI": "openai", "OpenAIEmbeddings": "openai", "AzureChatOpenAI": "azure", "AzureOpenAIEmbeddings": "azure",
    "OpenAIChatModel": "openai", "OpenAIResponsesModel": "openai", "OpenAIModel": "openai",
    "OpenAIChatCompletionClient": "openai", "AzureOpenAIChatCompletionClient": "azure",
    "OpenRouterModel": "gateway", "OpenRouterProvider": "gateway", "ChatOpenRouter": "gateway",
}
# Functions that only report what they are given and send nothing to a model.
TELLERS = {"print", "log", "log_param", "log_params", "log_hyperparameters", "debug", "info", "warn", "warning", "error", "exception", "set_attribute", "set_attributes"}
TELEMETRY = re.compile(r"gen_ai\.(?:\w+\.)*model|(?:\w+[._])*(?:request|response)[._]model(?:[._]name)?", re.I)
WRAPPERS = {"from_openai", "patch", "wrap_openai"}


def name_of(value):
    """(model, route that the spelling implies) if a string names a model, else None."""
    if value in IDS or value in BARE or re.fullmatch(r"ft:[\w.-]+(:[\w.-]*)+", value):
        return value, None
    if re.fullmatch(r"gpt-35-turbo(-16k|-instruct)?(-\d{4})?", value):
        return value, "azure"
    for prefix, route in PREFIXES:
        if value.startswith(prefix):
            rest = VARIANT.sub("", value[len(prefix):])
            inner = name_of(rest)
            return inner and (inner[0], inner[1] or route)
    return None


def names_one(name):
    """Whether a name is for one model (`chatModel`) or its configuration (`MODEL_CONFIG`)."""
    return re.search("(?:(?:^|_)model|[a-z]Model|(?:^|_)MODEL)(?:_?(?:config|settings|CONFIG|SETTINGS|Config|Settings))?$", name) is not None


def sends_nothing(function):
    """What a string given to a function of this name is for, if the function only counts, checks or reports."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", function)
    lower = [word.lower() for word in words]
    if not lower:
        return None
    together = "".join(lower)
    generates = "generat" in together or "stream" in together
    if not generates and re.search(r"encodingformodel|getencoding|tokens|tokenizer|tokencount|tokentextsplitter|tiktoken", together):
        return "tokenizer"
    asks = lower[0] in ("is", "has", "can", "should") and any("model" in word for word in lower)
    if len(lower) > 1 and (asks or lower[0] in ("support", "supports")):
        return "test"
    if function[:1].islower() or function.startswith("_"):
        if {"cost", "costs", "pricing"} & set(lower):
            return "test"
        if re.search(r"prices?(?:for|per|of)(?:model|token|usage)|model(?:info|capabilit|limit|budget|metadata|price)|context(?:length|window|size)", together):
            return "test"
    if re.fullmatch(r"(?:Model|Token|LLM)(?:Costs?|Prices?|Pricing)", function):
        return "test"
    if lower[0] == "track" or (lower[0] in ("record", "log") and len(lower) > 1 and re.fullmatch(r"(?:usage|request|response|call|payload)s?", lower[-1])):
        return "expression"
    if re.fullmatch(r"[A-Z]\w*(?:Log(?:Entry)?|Metadata)", function):
        return "expression"
    if function in TELLERS or re.search(r"(?:Error|Exception|Warning)$", function) or {"span", "spans"} & set(lower):
        return "expression"
    return None


def host_route(url):
    """The route of an address."""
    host = re.match(r"https?://([^/:]+)", url)
    if not host:
        return None
    name = host[1].lower()
    if re.fullmatch(r"(\w\w\.)?api\.openai\.com", name):
        return "openai"
    return "azure" if name.endswith("azure.com") else "gateway"


def text(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def dotted(node):
    """`client.chat.completions.create` as a list of names; None if a part has none."""
    names = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id, *names] if isinstance(node, ast.Name) else None


def last_name(node):
    """`create` of `client.chat.completions.create`, even if a part before it has no name; empty if it has none itself."""
    return (dotted(node) or [getattr(node, "attr", "")])[-1]


class Reading:
    """One module: its references, their contexts and the routes that simple assignments show."""

    def __init__(self, source):
        self.lines = re.split(r"\r\n|\r|\n", source)
        self.tree = ast.parse(source)
        # A prefix alone says nothing if the file mentions gateways.
        self.gateways = re.search(r"gateway|livekit|openrouter|base_?url|api_base", source, re.I)
        self.parents, self.assigned, self.alike = {}, {}, []
        for node in ast.walk(self.tree):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node
            self.note(node)

    def note(self, node):
        """Remembers what names and attributes are bound to; a name bound to different values tells nothing."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self.bind(target, node.value)
        elif isinstance(node, ast.AnnAssign) and node.value:
            self.bind(node.target, node.value)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            self.bind(node.optional_vars, node.context_expr)
        elif isinstance(node, ast.arg):
            self.assigned.setdefault(node.arg, []).append(None)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.assigned.setdefault(node.name, []).append(None)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            self.bind(node.target, None)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                self.assigned.setdefault(alias.asname or alias.name, []).append(("import", node.module or "", alias.name))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                self.assigned.setdefault((alias.asname or alias.name).split(".")[0], []).append(("module", alias.name))

    def bind(self, target, value):
        names = dotted(target)
        if names:
            self.assigned.setdefault(".".join(names), []).append(value)
        for element in getattr(target, "elts", []):
            self.bind(element, None)

    def bound(self, name):
        values = self.assigned.get(name, [])
        return values[0] if len({ast.dump(v) if isinstance(v, ast.AST) else str(v) for v in values}) == 1 else None

    # Context ------------------------------------------------------------------------------------------------------

    def by_name(self, name):
        if re.search("deployment", name, re.I):
            return "deployment"
        if re.search(TOKENIZER, name, re.I):
            return "tokenizer"
        if TELEMETRY.fullmatch(name):
            return "label"
        if re.fullmatch(r"(?:azure_?)?open_?ai|api_?name|provider", name, re.I):
            return "model"
        if re.search(r"models?_?used$", name, re.I):
            return "label"
        if MODELISH.search(name) and not re.search(r"label|title|display|desc", name, re.I):
            return "model"
        if re.search("default|fallback", name, re.I):
            return "default"
        return "label"

    def context(self, node):
        parent = self.parents[node]
        up = parent
        while up in self.parents:
            if isinstance(up, ast.Assert):
                return "assertion"
            if isinstance(up, ast.Call) and re.match(r"assert", (dotted(up.func) or [""])[-1]):
                return "assertion"
            if isinstance(up, (ast.stmt, ast.Lambda)):
                break
            up = self.parents[up]
        if self.in_type(node):
            return "type"
        return self.by_parent(node, parent)

    def in_type(self, node):
        child, up = node, self.parents[node]
        while isinstance(up, (ast.Tuple, ast.List, ast.Subscript)):
            if isinstance(up, ast.Subscript) and child is not up.value:
                return (dotted(up.value) or [""])[-1] in ("Literal", "Union", "Optional", "Annotated")
            child, up = up, self.parents[up]
        return False

    def by_parent(self, node, parent):
        if isinstance(parent, ast.Expr):
            return None
        if isinstance(parent, (ast.keyword, ast.arguments)) or isinstance(parent, ast.Dict) and node not in parent.keys:
            unsent = self.told_by_name(parent)
            if unsent:
                return unsent
        if isinstance(parent, ast.keyword):
            if parent.arg == "value" and self.in_form(parent):
                return "default"
            return "model" if self.tells_model(parent) else self.by_name(parent.arg or "")
        if isinstance(parent, ast.Dict):
            if node in parent.keys:
                return "key"
            key = parent.keys[parent.values.index(node)]
            if name_of((text(key) or "").lower().replace(" ", "-")):
                return "label"
            if self.is_metadata(parent):
                return "label"
            constant = (dotted(key) or [""])[-1]
            found = self.by_name(text(key) or (constant if TELEMETRY.fullmatch(constant) else ""))
            owned = self.owner(parent)
            if text(key) in ("id", "name") and names_one(owned):
                found = "model"
            if found == "label" and MODELISH.search(owned) and not LABEL.search(text(key) or ""):
                found = "model"
            return "label" if found == "model" and self.is_told_of(parent, key) else found
        if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
            target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
            if isinstance(target, ast.Subscript):
                key = text(target.slice)
                named = self.by_name(key) if key is not None else "constant"
                return "constant" if named == "label" and not LABEL.search(key) else named
            name = last_name(target)
            if re.search(TOKENIZER, name, re.I):
                return "tokenizer"
            return "model" if MODELISH.search(name) and not LABEL.search(name) else "constant"
        if isinstance(parent, ast.arguments):
            return "tokenizer" if re.search(TOKENIZER, self.parameter(parent, node), re.I) else "default"
        if isinstance(parent, ast.Compare):
            ops = parent.ops
            if any(isinstance(op, (ast.In, ast.NotIn)) for op in ops):
                return "test"
            return "comparison"
        if isinstance(parent, ast.MatchValue):
            return "comparison"
        if isinstance(parent, ast.Subscript):
            return "key"
        if isinstance(parent, ast.BoolOp):
            return self.stand_in(parent) or self.told_of(parent) or "fallback"
        if isinstance(parent, ast.IfExp):
            return self.stand_in(parent) or self.told_of(parent) or "conditional"
        if isinstance(parent, (ast.Return, ast.Yield, ast.Lambda)):
            return "return"
        if isinstance(parent, (ast.List, ast.Tuple, ast.Set, ast.Starred)):
            return "list"
        if isinstance(parent, ast.Call):
            return self.argument(node, parent)
        return "expression"

    def parameter(self, arguments, default):
        """The name of the parameter that a default belongs to."""
        placed = [*arguments.posonlyargs, *arguments.args]
        pairs = [*zip(reversed(placed), reversed(arguments.defaults)), *zip(arguments.kwonlyargs, arguments.kw_defaults)]
        return next((parameter.arg for parameter, value in pairs if value is default), "")

    def told_by_name(self, holder):
        """What a string is for that a function takes by a keyword, as a default or in a dictionary, if the function sends nothing."""
        if isinstance(holder, ast.Dict):
            holder = self.parents[holder]
        owner = self.parents[holder] if isinstance(holder, (ast.keyword, ast.arguments)) else holder
        if isinstance(owner, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return sends_nothing(owner.name)
        if isinstance(owner, ast.Call):
            return sends_nothing(last_name(owner.func))
        return None

    def is_metadata(self, held):
        """Whether a dictionary is metadata or an example, by the name of its keyword or key or of one around it."""
        owner, kept = self.parents[held], "metadata$|^meta$|_meta$|^examples?$"
        if isinstance(owner, ast.List):
            return self.is_metadata(owner)
        if isinstance(owner, ast.Dict) and held in owner.values:
            named = re.search(kept, text(owner.keys[owner.values.index(held)]) or "", re.I)
            return named is not None or self.is_metadata(owner)
        return isinstance(owner, ast.keyword) and re.search(kept, owner.arg or "", re.I) is not None

    def is_told_of(self, row, key):
        """Whether the keys beside a model's tell its costs or answers, and none how to ask it; never so in an argument of a call."""
        if isinstance(self.parents[row], (ast.Call, ast.keyword)):
            return False
        pairs = [(name, value) for name, value in zip(row.keys, row.values) if name and name is not key]
        names = [text(name) or (dotted(name) or [""])[-1] for name, value in pairs if getattr(value, "value", None) not in (True, False)]
        if any(re.fullmatch("api_?key|base_?url|temperature|messages", name, re.I) for name in names):
            return False
        answers = r"response|(?:avg_?|mean_?|overall_?|total_?)?scores?|finish_?reason|(?:total|prompt|completion)_?tokens|tokens?_?used|(?:avg|latency|duration|elapsed|response_?time|processing_?time)_?ms"
        tells = r"^pricing$|(?:^|_)costs?(?![a-z])|per_?(?:1k|million)|(?:input|output|prompt|completion|token)s?_\w*pric|pric\w*_(?:input|output|token)|token_?rates?$"
        costs = (name for name in names if re.search(tells, name, re.I) and not re.search("max|limit|budget|track", name, re.I))
        shown = (text(value) for name, value in pairs if re.fullmatch("name|title|label|(?:display|public)_?name", text(name) or "", re.I))
        own = text(row.values[row.keys.index(key)])
        ids = [re.sub(r" *\(.*\)$", "", value).lower().replace(" ", "-") for value in shown if value]
        names_one = any(value == own if value in BARE else name_of(value) for value in ids)
        return names_one or any(re.fullmatch(answers, name, re.I) for name in names) or any(costs)

    def told_of(self, node):
        """The same for an expression in place of a model."""
        row = self.parents[node]
        if not isinstance(row, ast.Dict) or node not in row.values:
            return None
        key = row.keys[row.values.index(node)]
        name = text(key) or ""
        return "label" if MODELISH.search(name) and not LABEL.search(name) and self.is_told_of(row, key) else None

    def stand_in(self, node):
        """What a default or a branch is for if its receiver sends nothing: a function that counts, a name that shows or records."""
        holder = self.parents[node]
        if isinstance(holder, ast.Call):
            return sends_nothing(last_name(holder.func))
        if not isinstance(holder, (ast.keyword, ast.Dict)):
            return None
        unsent = self.told_by_name(holder)
        if unsent:
            return unsent
        name = holder.arg if isinstance(holder, ast.keyword) else text(holder.keys[holder.values.index(node)]) if node in holder.values else ""
        if re.search(TOKENIZER, name or "", re.I):
            return "tokenizer"
        described = "id|key|name|value|slug|family|provider|type|group|owned_by|object|root|parent"
        shown = LABEL.search(name or "") and not re.fullmatch(described, name, re.I) and "deployment" not in name
        kept = isinstance(holder, ast.Dict) and self.is_metadata(holder)
        return "label" if shown or kept or TELEMETRY.fullmatch(name or "") or re.search("models?_?used$", name or "", re.I) else None

    def receiver(self, node):
        """The name that receives a value: a variable or a keyword; empty if there is none."""
        owner = self.parents[node]
        target = owner.targets[0] if isinstance(owner, ast.Assign) else getattr(owner, "target", None)
        return (dotted(target) or [""])[-1] if target is not None else getattr(owner, "arg", None) or ""

    def owner(self, held):
        """The name that receives a dictionary, or the field that has it as its default."""
        made = self.parents[held] if isinstance(self.parents[held], ast.Lambda) else held
        name = self.receiver(made)
        if name not in ("default", "default_factory") or not isinstance(self.parents[made], ast.keyword):
            return name
        call = self.parents[self.parents[made]]
        return self.receiver(call) if isinstance(call, ast.Call) else name

    def in_form(self, keyword):
        """Whether a call makes a form field: `gr.Dropdown(value="…")`."""
        call = self.parents[keyword]
        fields = "(?:Input|Text_?Box|Text_?Field|Dropdown|Select|Select_?box|Combo_?box)$"
        return isinstance(call, ast.Call) and re.search(fields, last_name(call.func), re.I) is not None

    def tells_model(self, keyword):
        """Whether a keyword tells an object that stands for a model which one it is: `Agent(model=OpenAIChat(id="…"))`."""
        call = self.parents[keyword]
        if keyword.arg not in ("id", "name") or not isinstance(call, ast.Call):
            return False
        made = (dotted(call.func) or [""])[-1]
        if re.search("OpenAI|OpenRouter", made) and not re.search("Like|Compat", made):
            return True
        if re.search("(?:Model|LLM)_?(?:Config|Settings|Spec)$", made) and made[:1].isupper():
            return True
        describes = made.startswith("Model") or re.search("(?:Info|Card|Config|Spec|Data|Entry)$", made)
        return made[:1].isupper() and not describes and MODELISH.search(self.receiver(call)) is not None

    def argument(self, node, call):
        callee = last_name(call.func)
        index = call.args.index(node)
        unsent = sends_nothing(callee)
        if unsent:
            return unsent
        if index == 0 and re.match(r"_*(?:is|has|can|should)_(?!in$|key$)", callee):
            return "test"
        if index == 0 and re.fullmatch(r"add_\w+_service", callee):
            return "label"
        if re.search(r"alias\w*\.(?:set|setdefault|add)$|^(?:register|add|set)_?\w*alias$", ".".join(dotted(call.func) or []), re.I):
            return "label" if index else "key"
        if callee == "select_option":
            return "expression"
        if callee in ("retrieve", "delete") and "models" in (dotted(call.func) or []):
            return "key"
        if re.fullmatch(r"startswith|endswith|index|find|rfind|match|fullmatch|search|replace|sub|split|remove\w+|strip|count|fnmatch|compile", callee):
            return "test"
        if re.fullmatch(r"get|pop|setdefault|getenv|getattr|env|environ|config|delete", callee):
            return "key" if index == 0 else self.stand_in(call) or "fallback"
        if re.fullmatch(r"set|frozenset|tuple|list|add|append|insert|extend|isin", callee):
            return "list"
        if re.fullmatch(r"write|echo|join|joinpath", callee):
            return "expression"
        return "argument"

    # Routes -------------------------------------------------------------------------------------------------------

    def call_around(self, node):
        """The call that a literal is an argument of, directly or as a value in a dictionary."""
        up = self.parents[node]
        while isinstance(up, (ast.keyword, ast.Dict)):
            up = self.parents[up]
        return up if isinstance(up, ast.Call) and node is not up.func else None

    def route(self, node, spelled):
        if spelled in ("azure", "gateway"):
            return spelled
        call = self.call_around(node)
        if call is None:
            return spelled
        for keyword in call.keywords:
            if keyword.arg in ("model_provider", "api_type", "provider") and (text(keyword.value) or "").startswith("azure"):
                return "azure"
        addressed = self.address(call) or self.beside(node)
        if addressed:
            return addressed if addressed != "unreadable" else None
        made = self.made_by(call, 0)
        return made or (None if self.gateways else spelled)

    def beside(self, node):
        """"unreadable" if a dictionary has a key for an address next to its model."""
        held = self.parents[node]
        keys = [text(key) for key in held.keys if key is not None] if isinstance(held, ast.Dict) else []
        return "unreadable" if {"base_url", "api_base", "provider", "api_type"} & set(keys) else None

    def made_by(self, call, depth):
        """The route of a call, by the class that it instantiates or the object that it is made on."""
        if depth > 6:
            return None
        names = dotted(call.func)
        if names is None or "with_options" in names:
            return None
        last = names[-1]
        first = self.bound(names[0])
        if isinstance(first, tuple) and first[0] == "import" and len(names) == 1:
            last = first[2]
        if last in CLIENTS and (len(names) == 1 or isinstance(first, tuple)):
            foreign = isinstance(first, tuple) and re.match(r"anthropic|litellm", first[1])
            addressed = self.address(call)
            if foreign or any(kw.arg is None for kw in call.keywords) or addressed == "unreadable":
                return None
            if CLIENTS[last] != "openai":
                return CLIENTS[last]
            given = [kw.value for kw in call.keywords if kw.arg in ("client", "async_client", "openai_client", "provider")]
            if addressed or not given:
                return addressed or CLIENTS[last]
            return self.object(given[0], depth + 1)
        if last in WRAPPERS and call.args:
            return self.object(call.args[0], depth + 1)
        if len(names) > 1 and last in ("create", "parse", "stream", "generate", "edit", "create_and_run", "create_and_poll"):
            if isinstance(first, tuple) and first == ("module", "openai"):
                return None if any(re.match(r"openai\.(api_base|base_url|api_type|azure)", key) for key in self.assigned) else "openai"
            for end in range(len(names) - 1, 0, -1):
                held = self.bound(".".join(names[:end]))
                if isinstance(held, ast.AST):
                    return self.object(held, depth + 1)
        return None

    def object(self, node, depth):
        """The route of the object that an expression makes or names."""
        if isinstance(node, ast.Await):
            node = node.value
        if isinstance(node, ast.Call):
            return self.made_by(node, depth)
        names = dotted(node) if isinstance(node, (ast.Name, ast.Attribute)) else None
        held = self.bound(".".join(names)) if names else None
        return self.object(held, depth + 1) if isinstance(held, ast.AST) and depth < 6 else None

    def address(self, call):
        for keyword in call.keywords:
            if keyword.arg in ("base_url", "api_base", "openai_api_base", "azure_endpoint"):
                if keyword.arg == "azure_endpoint":
                    return "azure"
                if isinstance(keyword.value, ast.Constant) and keyword.value.value is None:
                    continue
                url = text(keyword.value)
                return (host_route(url) if url else None) or "unreadable"
        return None

    # --------------------------------------------------------------------------------------------------------------

    def references(self):
        for node in ast.walk(self.tree):
            value = text(node)
            name = name_of(value) if value is not None else None
            if value and not name and len(value) <= 100 and ALIKE.match(value):
                self.alike.append({"line": node.lineno, "text": value})
            if not name or isinstance(self.parents[node], (ast.JoinedStr, ast.FormattedValue)):
                continue
            context = self.context(node)
            if context is None:
                continue
            line = self.lines[node.lineno - 1].encode()
            before = line[: node.col_offset].decode("utf-8", "replace")
            opening = OPENING.match(line[node.col_offset :].decode("utf-8", "replace"))
            yield {
                "line": node.lineno,
                "column": len(before.encode("utf-16-le")) // 2 + (opening.end() if opening else 1) + 1,
                "text": value, "model": name[0], "bare": value in BARE, "context": context,
                "route": self.route(node, name[1]), "names": self.names_around(node), "table": self.table(node),
            }

    def table(self, node):
        """A number for the dictionary, class or block of which a value is an entry; None if it is none."""
        up = self.parents[node]
        if isinstance(up, (ast.Assign, ast.AnnAssign)):
            return id(self.parents[up])
        return id(up) if isinstance(up, ast.Dict) and node in up.values else None

    def names_around(self, node):
        """The names that receive or call a value, up to its statement: they show whether a bare word is a model."""
        found, up = [], self.parents[node]
        while True:
            for part in (getattr(up, "arg", None), ".".join(dotted(getattr(up, "func", None)) or [])):
                if isinstance(part, str) and part:
                    found.append(part)
            if isinstance(up, ast.Dict) and node in up.values:
                found.append(text(up.keys[up.values.index(node)]) or "" if up.keys[up.values.index(node)] else "")
            if isinstance(up, (ast.Assign, ast.AnnAssign)):
                found.append(ast.unparse(up.targets[0] if isinstance(up, ast.Assign) else up.target))
            if isinstance(up, ast.Compare):
                found.append(ast.unparse(up))
            if isinstance(up, ast.stmt) or up not in self.parents:
                return found
            node, up = up, self.parents[up]


def by_tokens(source):
    """The whole strings in a text that this Python cannot parse: without contexts and routes, and without strings alone on a line."""
    found, tokens = [], list(tokenize.generate_tokens(io.StringIO(source).readline))
    plain = [t for t in tokens if t.type not in (tokenize.NL, tokenize.COMMENT)]
    for before, token, after in zip([None] + plain, plain, plain[1:] + [None]):
        if token.type != tokenize.STRING or (before and before.type == tokenize.STRING) or (after and after.type == tokenize.STRING):
            continue
        alone = (before is None or before.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)) and (
            after is None or after.type == tokenize.NEWLINE)
        try:
            value = ast.literal_eval(token.string)
        except (SyntaxError, ValueError):
            continue
        name = name_of(value) if isinstance(value, str) else None
        if name and not alone:
            column = len(token.line[: token.start[1]].encode("utf-16-le")) // 2 + OPENING.match(token.string).end() + 1
            found.append({"line": token.start[0], "column": column, "text": value, "model": name[0],
                          "bare": value in BARE, "context": None, "route": None, "names": [], "table": None})
    return found


def read(source):
    source = source.lstrip("\ufeff")
    try:
        reading = Reading(source)
        return "tree", list(reading.references()), reading.alike
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        try:
            return "tokens", by_tokens(source), []
        except (tokenize.TokenError, SyntaxError, IndentationError):
            return "refused", [], []


def cells(source):
    """(index, text) of a notebook's Python cells, with `pass` in place of IPython's commands."""
    notebook = json.loads(source.lstrip("\ufeff"))
    metadata = notebook.get("metadata", {})
    kernel = metadata.get("kernelspec", {}).get("language") or metadata.get("language_info", {}).get("name") or "python"
    for index, cell in enumerate(notebook.get("cells", [])):
        code = "".join(cell.get("source", []))
        magic = re.match(r"\s*%%(\w+)", code)
        language = cell.get("metadata", {}).get("vscode", {}).get("languageId", kernel)
        foreign = magic and magic[1] not in ("time", "timeit", "capture")
        if cell.get("cell_type") == "code" and language.lower().startswith(("python", "ipython")) and not foreign:
            yield index, re.sub(r"^(\s*)[%!?].*$", lambda m: m[1] + "pass", code, flags=re.M)


for path in REQUEST["files"]:
    data = open(path, "rb").read().decode("utf-8", "replace")
    if path.endswith(".ipynb"):
        references, alike, hows = [], [], set()
        try:
            for index, code in cells(data):
                how, found, others = read(code)
                hows.add(how)
                references += [{**reference, "cell": index} for reference in found]
                alike += [{**other, "cell": index} for other in others]
        except (ValueError, AttributeError):
            hows.add("refused")
        how = "refused" if "refused" in hows else "tokens" if "tokens" in hows else "tree"
    else:
        how, references, alike = read(data)
    print(json.dumps({"path": path, "how": how, "references": references, "alike": alike}))
