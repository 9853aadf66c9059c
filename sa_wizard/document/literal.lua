-- The last line of defence. What a person types is escaped (escape.py), so no document of ours holds raw HTML or a picture
-- of theirs. Should one ever come through, it is printed as the characters it is: not passed on, not read from disk.

local function literal(raw) return pandoc.Str(raw.text) end

return {
  {
    RawInline = literal,
    RawBlock = function(raw) return pandoc.Para(literal(raw)) end,
    Image = function(image)
      return pandoc.Str('![' .. pandoc.utils.stringify(image.caption) .. '](' .. image.src .. ')')
    end,
  },
}
