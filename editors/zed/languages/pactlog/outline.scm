(entry
  (when (date) @context)
  event: (event) @name) @item
