ALTER TABLE `submission_version` ADD `absences` text;--> statement-breakpoint
ALTER TABLE `submission_version` ADD `words` text;