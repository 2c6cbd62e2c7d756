/* The editor of rich text: a text area stays what the form sends, ProseMirror writes into it.
   Its schema says what unionoffice/richtext can read, and nothing else. Bundled by `make` (see Makefile). */

import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { DOMParser, DOMSerializer, Schema } from "prosemirror-model";
import { liftListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState, TextSelection } from "prosemirror-state";
import * as tables from "prosemirror-tables";
import { EditorView } from "prosemirror-view";

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
      attrs: { level: { default: 2 } },
      content: "text*",
      marks: "",
      group: "block",
      defining: true,
      parseDOM: [
        { tag: "h1, h2", attrs: { level: 2 } },
        { tag: "h3, h4, h5, h6", attrs: { level: 3 } },
      ],
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    ordered_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
    bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
    list_item: { content: "paragraph", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    ...tables.tableNodes({ tableGroup: "block", cellContent: "paragraph", cellAttributes: {} }),
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    text: { group: "inline" },
  },
  marks: {
    strong: {
      parseDOM: [{ tag: "strong" }, { tag: "b" }, { style: "font-weight=bold" }],
      toDOM: () => ["strong", 0],
    },
  },
});

const { nodes, marks } = schema;

/* In place of an empty line, or under the block in which one writes, with a line after it to go on. */
function insertTable(state, dispatch) {
  const cell = (type) => type.createAndFill();
  const row = (type) => nodes.table_row.create(null, [cell(type), cell(type), cell(type)]);
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  if (dispatch) {
    const { $to } = state.selection;
    const isEmpty = $to.depth === 1 && $to.parent.type === nodes.paragraph && !$to.parent.content.size;
    const start = isEmpty ? $to.before(1) : $to.after(1);
    const change = state.tr.replaceWith(start, $to.after(1), [table, nodes.paragraph.create()]);
    dispatch(change.setSelection(TextSelection.near(change.doc.resolve(start), 1)).scrollIntoView());
  }
  return !tables.isInTable(state);
}

function breakLine(state, dispatch) {
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
}

/* What a button of the bar does: asked without `dispatch`, each says whether it can be done here. */
const COMMANDS = {
  bold: toggleMark(marks.strong),
  chapter: toggleBlock({ level: 2 }),
  heading: toggleBlock({ level: 3 }),
  ordered: toggleList(nodes.ordered_list),
  bullet: toggleList(nodes.bullet_list),
  table: insertTable,
  row: tables.addRowAfter,
  column: tables.addColumnAfter,
  dropRow: tables.deleteRow,
  dropColumn: tables.deleteColumn,
  dropTable: tables.deleteTable,
  undo,
  redo,
};

function toggleBlock(attrs) {
  return (state, dispatch) => {
    const parent = state.selection.$from.parent;
    const stands = parent.type === nodes.heading && parent.attrs.level === attrs.level;
    return (stands ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, attrs))(state, dispatch);
  };
}

function toggleList(type) {
  return (state, dispatch) => {
    const inside = state.selection.$from.node(-1)?.type === nodes.list_item;
    return (inside ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch);
  };
}

function isOn(name, state) {
  const { $from, empty, from, to } = state.selection;
  if (name === "bold") {
    return empty ? Boolean(marks.strong.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, marks.strong);
  }
  if (name === "chapter" || name === "heading") {
    return $from.parent.type === nodes.heading && $from.parent.attrs.level === (name === "chapter" ? 2 : 3);
  }
  if (name === "ordered" || name === "bullet") return $from.node(-2)?.type === nodes[`${name}_list`];
  return null;
}

function show(bar, state) {
  const inTable = tables.isInTable(state);
  for (const button of bar.querySelectorAll("[data-command]")) {
    const { command, where } = button.dataset;
    const on = isOn(command, state);
    button.hidden = where === "table" && !inTable;
    button.disabled = !COMMANDS[command](state);
    if (on !== null) button.setAttribute("aria-pressed", String(on));
  }
}

function htmlOf(doc) {
  const holder = document.createElement("div");
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  return doc.textContent ? holder.innerHTML : "";
}

/* Plain lines, as a draft that the browser kept or a field that was sent without a script. */
function elementOf(text) {
  const holder = document.createElement("div");
  if (/^\s*<[a-z]/i.test(text)) {
    holder.append(...new window.DOMParser().parseFromString(text, "text/html").body.childNodes);
  } else {
    for (const line of text.split("\n")) holder.append(Object.assign(document.createElement("p"), { textContent: line }));
  }
  return holder;
}

/* The schema takes neither, but the page's policy speaks up as soon as a browser reads them. */
const UNWANTED = /\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

function withoutStyles(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(UNWANTED, ""));
}

function edit(area) {
  const box = area.closest("[data-rich-text]");
  const bar = box.querySelector("[role=toolbar]");
  const label = document.querySelector(`label[for="${area.id}"]`);
  const state = EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(elementOf(area.value)),
    plugins: [
      history(),
      keymap({ "Mod-b": COMMANDS.bold, "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo }),
      keymap({
        Enter: splitListItem(nodes.list_item),
        "Shift-Enter": chainCommands(exitCode, breakLine),
        Tab: tables.goToNextCell(1),
        "Shift-Tab": tables.goToNextCell(-1),
      }),
      keymap(baseKeymap),
      gapCursor(),
      tables.tableEditing(),
    ],
  });
  const view = new EditorView({ mount: box.querySelector("[data-page]") }, {
    state,
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label?.firstChild.textContent.trim() || "",
      "aria-describedby": area.getAttribute("aria-describedby") || "",
    },
    transformPastedHTML: withoutStyles,
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      show(bar, view.state);
      if (change.docChanged) {
        area.value = htmlOf(view.state.doc);
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  });
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-command]");
    if (!button) return;
    COMMANDS[button.dataset.command](view.state, view.dispatch);
    view.focus();
  });
  box.classList.add("is-edited");
  area.tabIndex = -1;
  area.addEventListener("focus", () => view.focus());
  label?.removeAttribute("for");
  label?.addEventListener("click", () => view.focus());
  show(bar, state);
}

function editAll(root) {
  for (const area of root.querySelectorAll("[data-rich-text]:not(.is-edited) textarea")) edit(area);
}

editAll(document);
document.addEventListener("htmx:load", (event) => editAll(event.detail.elt));
