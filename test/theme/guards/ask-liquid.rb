# Reads a guard with its visit on each line, writes what Shopify's own Liquid says of it: 1 or nothing.
# Needs Ruby and the gem `liquid`; `node test/theme/guards/renew.ts` runs it.
require 'json'
require 'liquid'
require 'time'

ENV['TZ'] = 'Europe/Vienna'

# Where a snippet says what it is for.
class Doc < Liquid::Block
  def parse(tokens)
    while (token = tokens.shift)
      return if token.match?(/\A\{%-?\s*end#{block_name}\s*-?%\}\z/)
    end
  end

  def render_to_output_buffer(_context, output) = output
end
Liquid::Template.register_tag('doc', Doc)

# 'now' is when the visit is.
module Visited
  attr_accessor :visited

  def now = visited || super
end
Time.singleton_class.prepend(Visited)

Snippets = Struct.new(:folder) do
  def read_template_file(name) = File.read(File.join(folder, "#{name}.liquid"))
end
Liquid::Template.file_system = Snippets.new(ARGV[0])

template = Liquid::Template.parse("{% render 'offer-guard', guard: guard %}", error_mode: :strict)
$stdin.each_line do |line|
  visit = JSON.parse(line)
  Time.visited = Time.parse(visit['now']).localtime
  # Cart, customer, localization and request are Shopify's own objects, which snippets see as well.
  objects = visit.reject { |name, _| name == 'guard' }
  context = Liquid::Context.build(environments: {}, outer_scope: { 'guard' => visit['guard'] }, rethrow_errors: true, static_environments: objects)
  puts template.render(context).strip
end
