-- What our Markdown says with divs, turned into what each format understands. Conventions:
--
--   ::: {#table-1 .captioned widths="40 30 30"}    a sentence that names the table (it may be left out), a caption (one
--                                                  paragraph), then a pipe table; widths in parts of 100
--   ::: {.title-block}                             the title for those who read the Markdown; Pandoc prints its own
--   ::: {#contents}                                where the list of contents goes (what stands inside is replaced)
--   ::: {.page-break}                              what follows begins a new page, where there are pages
--
-- The document's title, author and so on come from metadata.json in the working folder and are taken literally. (Pandoc
-- reads the strings of a --metadata-file as Markdown of a kind of its own, in which our escapes would be printed.)
--
-- All of it in one function over the top-level blocks: every further walk through a long document costs as much again as
-- a quarter of the whole conversion.

local CONTENTS_DEPTH = 2

local function xml(text)
  return (text:gsub('&', '&amp;'):gsub('<', '&lt;'):gsub('>', '&gt;'):gsub('"', '&quot;'))
end

-- The name Pandoc gives the bookmark of a heading: Word allows 40 characters, beginning with a letter.
local function bookmark(id)
  if id:match('^%a') and #id <= 40 then return id end
  return 'X' .. pandoc.utils.sha1(id):sub(2)
end

local function run(inner) return '<w:r>' .. inner .. '</w:r>' end
local function words(text) return run('<w:t xml:space="preserve">' .. xml(text) .. '</w:t>') end

-- Word asks on opening whether to fill in the page numbers. Whoever says no, or reads elsewhere, still sees the headings.
local function word_contents(headings, title)
  local out = { '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    .. '</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>' .. words(title)
    .. '</w:p>' }
  local opening = run('<w:fldChar w:fldCharType="begin" w:dirty="true"/>')
    .. run('<w:instrText xml:space="preserve"> TOC \\o "1-' .. CONTENTS_DEPTH .. '" \\h \\z \\u </w:instrText>')
    .. run('<w:fldChar w:fldCharType="separate"/>')
  for place, heading in ipairs(headings) do
    table.insert(out, '<w:p><w:pPr><w:pStyle w:val="TOC' .. heading.level .. '"/></w:pPr>'
      .. (place == 1 and opening or '')
      .. '<w:hyperlink w:anchor="' .. xml(bookmark(heading.identifier)) .. '" w:history="1">'
      .. words(pandoc.utils.stringify(heading.content)) .. '</w:hyperlink>'
      .. (place == #headings and run('<w:fldChar w:fldCharType="end"/>') or '') .. '</w:p>')
  end
  table.insert(out, '</w:sdtContent></w:sdt>')
  return pandoc.RawBlock('openxml', table.concat(out))
end

-- The page of each heading is a field, which LibreOffice fills in on opening.
local function odt_contents(headings, title)
  local function entry(level)
    return '<text:table-of-content-entry-template text:outline-level="' .. level .. '" text:style-name="Contents_20_'
      .. level .. '"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop '
      .. 'style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>'
      .. '</text:table-of-content-entry-template>'
  end
  local out = { '<text:table-of-content text:name="Contents" text:protected="false"><text:table-of-content-source '
    .. 'text:outline-level="' .. CONTENTS_DEPTH .. '"><text:index-title-template text:style-name="Contents_20_Heading">'
    .. title .. '</text:index-title-template>' .. entry(1) .. entry(2) .. '</text:table-of-content-source>'
    .. '<text:index-body><text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading">'
    .. title .. '</text:p></text:index-title>' }
  for _, heading in ipairs(headings) do
    local id = xml(heading.identifier)
    table.insert(out, '<text:p text:style-name="Contents_20_' .. heading.level .. '"><text:a xlink:type="simple" '
      .. 'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link" xlink:href="#' .. id .. '">'
      .. xml(pandoc.utils.stringify(heading.content)) .. '<text:tab/>'
      .. '<text:bookmark-ref text:reference-format="page" text:ref-name="' .. id .. '"></text:bookmark-ref></text:a>'
      .. '</text:p>')
  end
  table.insert(out, '</text:index-body></text:table-of-content>')
  return pandoc.RawBlock('opendocument', table.concat(out))
end

local function contents(headings, doc)
  local title = 'Contents'
  if FORMAT == 'docx' then return #headings > 0 and word_contents(headings, title) or nil end
  if FORMAT == 'odt' or FORMAT == 'opendocument' then return #headings > 0 and odt_contents(headings, title) or nil end
  if FORMAT == 'typst' then
    return pandoc.RawBlock('typst', '#outline(title: [' .. title .. '], depth: ' .. CONTENTS_DEPTH .. ')')
  end
  local heading = pandoc.Div(pandoc.Para(title), pandoc.Attr('', {}, { ['custom-style'] = 'TOC Heading' }))
  local list = pandoc.structure.table_of_contents(doc, { toc_depth = CONTENTS_DEPTH })
  return pandoc.Div({ heading, list }, pandoc.Attr('contents', {}, { role = 'navigation' }))
end

local PAGE_BREAK = {
  docx = { 'openxml', '<w:p><w:pPr><w:pStyle w:val="PageBreak"/></w:pPr></w:p>' }, -- finish.py moves it into what follows
  odt = { 'opendocument', '<text:p text:style-name="Pagebreak"/>' },
  typst = { 'typst', '#pagebreak(weak: true)' },
}

local function page_break()
  local raw = PAGE_BREAK[FORMAT]
  return raw and pandoc.RawBlock(raw[1], raw[2])
end

local LINE = 88
local MOST_UPRIGHT = 9 -- columns

-- Typst breaks no word that it does not hyphenate: a very long one gets places to break at, which are no signs.
local LONGEST_WORD, PIECE = 24, 8

local function pieces(text, size)
  local out, letters, from = {}, 0, 1
  for at, code in utf8.codes(text) do
    if letters >= (size or PIECE) and (code < 0x300 or code >= 0x370) and code < 0x1F000 and code ~= 0x200D then
      table.insert(out, text:sub(from, at - 1))
      letters, from = 0, at
    end
    letters = letters + 1
  end
  table.insert(out, text:sub(from))
  return out
end

local LONGEST_WHOLE = 1500

-- A row holds together on a page, unless a cell of it is so long that it might be longer than a page.
local function whole_rows(tbl)
  local function mark(rows)
    for _, row in ipairs(rows) do
      local longest = 0
      for _, cell in ipairs(row.cells) do
        longest = math.max(longest, #pandoc.utils.stringify(cell.contents))
      end
      if longest > LONGEST_WHOLE then
        for _, cell in ipairs(row.cells) do cell.attr.attributes['typst:breakable'] = 'true' end
      end
    end
  end
  for _, body in ipairs(tbl.bodies) do mark(body.body) end
  return tbl
end

-- A table of very many columns, in a PDF: small letters, thin margins, and places to break in every word.
local MANY = 12

local function crowded(tbl)
  tbl = tbl:walk({ Str = function(str)
    if (utf8.len(str.text) or 0) <= 3 then return nil end
    local out = pandoc.Inlines({})
    for place, piece in ipairs(pieces(str.text, 2)) do
      if place > 1 then out:insert(pandoc.RawInline('typst', '#box();')) end
      out:insert(pandoc.Str(piece))
    end
    return out
  end })
  return pandoc.Div({ pandoc.RawBlock('typst', '#crowded['), tbl, pandoc.RawBlock('typst', ']') })
end

-- What is too wide for a page stands on one that lies on its side, where there are pages.
local TURN = {
  docx = { 'openxml', '<w:p><w:pPr><w:pStyle w:val="SaTurn"/></w:pPr></w:p>', '<w:p><w:pPr><w:pStyle w:val="SaTurnBack"/></w:pPr></w:p>' },
  odt = { 'opendocument', '<text:p text:style-name="SaTurn"/>', '<text:p text:style-name="SaTurnBack"/>' },
  typst = { 'typst', '#turned[', ']' },
}

local function raw_turn(back)
  local raw = TURN[FORMAT]
  return pandoc.RawBlock(raw[1], raw[back and 3 or 2])
end

local function is_turn(block, back)
  local raw = TURN[FORMAT]
  return block and block.t == 'RawBlock' and block.text == raw[back and 3 or 2]
end

local function is_lead(block)
  return block and (block.t == 'Header' or (block.t == 'Div' and block.attributes['custom-style'] == 'Statutory Item'))
end

-- The wide table with the headings right above it and the sentence that names it; one that follows another shares its
-- page.
local function turned(out, block, lead)
  if is_turn(out[#out], true) then
    out:remove(#out)
  else
    local at = #out + 1
    while is_lead(out[at - 1]) do at = at - 1 end
    out:insert(at, raw_turn(false))
  end
  out:extend(lead or {})
  out:insert(block)
  out:insert(raw_turn(true))
end

-- A table nobody gave widths to, as wide as the text: room for each column's longest word, then for what it would like.
local function proportioned(tbl)
  local done = false
  if FORMAT == 'typst' then tbl = whole_rows(tbl) end
  for place, spec in ipairs(tbl.colspecs) do
    done = done or spec[2] ~= nil
    if FORMAT == 'typst' and spec[1] == 'AlignDefault' then -- which Typst would centre
      tbl.colspecs[place] = { 'AlignLeft', spec[2] }
    end
  end
  if done and #tbl.colspecs < MOST_UPRIGHT then return tbl end
  local need, want, needed, wanted = {}, {}, 0, 0 -- in characters, of which a line of table text holds about LINE
  local function measure(rows, wider)
    for _, row in ipairs(rows) do
      for place, cell in ipairs(row.cells) do
        local text, word = pandoc.utils.stringify(cell.contents), 0
        for each in text:gmatch('[^%s/-]+') do word = math.max(word, math.min(utf8.len(each) or 0, 20)) end
        need[place] = math.max(need[place] or 4, word * wider + 3)
        want[place] = math.max(want[place] or 4, math.min(utf8.len(text) or 0, 40) + 3, need[place])
      end
    end
  end
  measure(tbl.head.rows, 1.15) -- the header is bold
  for _, body in ipairs(tbl.bodies) do measure(body.body, 1) end
  for place in ipairs(tbl.colspecs) do
    needed, wanted = needed + (need[place] or 4), wanted + (want[place] or 4)
  end
  tbl.attr.attributes['sa-wide'] = (needed > LINE * 1.1 or #tbl.colspecs > MOST_UPRIGHT) and 'yes' or nil
  if done then return tbl end
  local give = wanted > LINE and wanted > needed and math.min(1, (wanted - LINE) / (wanted - needed)) or 0
  for place, spec in ipairs(tbl.colspecs) do
    local low, high = need[place] or 4, want[place] or 4
    tbl.colspecs[place] = { spec[1], (high - give * (high - low)) / (wanted - give * (wanted - needed)) }
  end
  return tbl
end

local function captioned(div)
  local count = #div.content
  local first, last = div.content[count - 1], div.content[count]
  if count < 2 or count > 3 or first.t ~= 'Para' or last.t ~= 'Table' then return div end
  last.caption = { long = { pandoc.Plain(first.content) } }
  last.identifier = div.identifier
  local shares = {}
  for share in (div.attributes.widths or ''):gmatch('%d+') do table.insert(shares, tonumber(share)) end
  if #shares == #last.colspecs then
    for place, share in ipairs(shares) do last.colspecs[place] = { last.colspecs[place][1], share / 100 } end
  end
  return proportioned(last), count == 3 and div.content[1] or nil
end

local logo -- what metadata.json says of the picture on the cover

local function picture()
  if FORMAT == 'typst' then -- Pandoc would leave out the alt text
    local function quoted(text) return '"' .. text:gsub('[\\"]', '\\%0') .. '"' end
    return pandoc.RawBlock('typst', '#logo(' .. quoted(logo.src) .. ', ' .. logo.width .. ', ' .. quoted(logo.alt) .. ')')
  end
  local size = pandoc.Attr('', {}, { width = logo.width, height = logo.height })
  local shown = pandoc.Para({ pandoc.Image({ pandoc.Str(logo.alt) }, logo.src, '', size) })
  if FORMAT == 'html5' or FORMAT == 'html' then return shown end
  return pandoc.Div(shown, pandoc.Attr('', {}, { ['custom-style'] = 'Cover Logo' }))
end

local function metadata(meta)
  local file = io.open('metadata.json', 'r')
  if not file then return meta end
  local values = pandoc.json.decode(file:read('a'), false)
  file:close()
  logo, values['sa-logo'] = values['sa-logo'], nil
  for name, value in pairs(values) do
    local function inlines(each)
      if FORMAT ~= 'typst' then return pandoc.Inlines(pandoc.Str(each)) end
      local out = pandoc.Inlines({}) -- word by word, or a title would be one long word there
      for word in each:gmatch('%S+') do
        if #out > 0 then out:insert(pandoc.Space()) end
        local from = 1
        for at in word:gmatch('()%-%d') do -- which Typst would draw as a minus; see typst_text.py
          out:insert(pandoc.Str(word:sub(from, at - 1)))
          out:insert(pandoc.RawInline('typst', '\\'))
          from = at
        end
        out:insert(pandoc.Str(word:sub(from)))
      end
      return out
    end
    meta[name] = type(value) == 'table' and pandoc.List(value):map(inlines) or inlines(value)
  end
  if meta.period then -- on a line of its own under whose assessment it is
    local lines = meta.subtitle and meta.subtitle .. { pandoc.LineBreak() } or pandoc.Inlines({})
    meta.subtitle, meta.period = lines .. meta.period, nil
  end
  return meta
end

local arranged

-- The styles of Word that page.typ has as functions.
local TYPST_STYLES = { ['Draft Notice'] = 'draft-notice', ['Key Fact'] = 'key-fact',
  ['Statutory Item'] = 'statutory-item', ['Table Note'] = 'table-note' }

local function styled(div)
  local name = FORMAT == 'typst' and TYPST_STYLES[div.attributes['custom-style'] or '']
  if not name then return div end
  div.content:insert(1, pandoc.RawBlock('typst', '#' .. name .. '['))
  div.content:insert(pandoc.RawBlock('typst', ']'))
  return pandoc.Div(div.content)
end

local function arranged_div(div)
  if div.classes:includes('captioned') then return captioned(div) end
  if div.classes:includes('title-block') then return nil end
  if div.classes:includes('page-break') then return page_break() end
  div.content = arranged(div.content)
  return styled(div)
end

-- Pandoc leaves no space between a table or a list and the paragraph under it; in Word and OpenDocument that paragraph
-- gets a style that does.
local function spaced(above, paragraph)
  if (FORMAT ~= 'docx' and FORMAT ~= 'odt') or not above then return paragraph end
  if above.t ~= 'Table' and above.t ~= 'BulletList' and above.t ~= 'OrderedList' then return paragraph end
  return pandoc.Div(paragraph, pandoc.Attr('', {}, { ['custom-style'] = 'After Table or List' }))
end

-- The sentence that names a table stays on its page.
local function leading(above, sentence)
  if FORMAT == 'typst' then
    return { pandoc.RawBlock('typst', '#block(sticky: true)['), sentence, pandoc.RawBlock('typst', ']') }
  end
  local out = spaced(above, sentence)
  if out.t == 'Para' and (FORMAT == 'docx' or FORMAT == 'odt') then
    out = pandoc.Div(sentence, pandoc.Attr('', {}, { ['custom-style'] = 'Table Lead' }))
  end
  return { out }
end

-- The blocks with their divs, tables and spaces as the format wants them.
local function is_note(block)
  return block and block.t == 'Div' and block.attributes['custom-style'] == 'Table Note'
end

function arranged(blocks, top)
  local out = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    local kind, lead = block.t, nil
    if kind == 'Div' then
      block, lead = arranged_div(block)
      lead = lead and leading(out[#out], lead)
    elseif kind == 'Table' then
      block = proportioned(block)
    elseif kind == 'Para' then
      block = spaced(out[#out], block)
    end
    local is_wide = block and block.t == 'Table' and block.attr.attributes['sa-wide']
    if block and block.t == 'Table' then
      block.attr.attributes['sa-wide'] = nil
      if FORMAT == 'typst' and #block.colspecs > MANY then block = crowded(block) end
    end
    if is_wide and TURN[FORMAT] and top then
      turned(out, block, lead)
    elseif is_note(block) and TURN[FORMAT] and is_turn(out[#out], true) then
      out:insert(#out, block)
    elseif block then
      out:extend(lead or {})
      out:insert(block)
    end
  end
  return out
end

function Pandoc(doc)
  doc.meta = metadata(doc.meta)
  doc.blocks = arranged(doc.blocks, true)
  if logo then doc.blocks:insert(1, picture()) end
  local headings, place = {}, nil
  for here, block in ipairs(doc.blocks) do
    if block.t == 'Header' and block.level <= CONTENTS_DEPTH and block.identifier ~= '' then
      table.insert(headings, block)
    elseif block.t == 'Div' and block.identifier == 'contents' then
      place = here
    end
  end
  if place then doc.blocks[place] = contents(headings, doc) or pandoc.Div({}) end
  return doc
end
