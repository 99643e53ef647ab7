ALTER TABLE `curve` ADD `source_en` text;--> statement-breakpoint
ALTER TABLE `rule` ADD `source_en` text;