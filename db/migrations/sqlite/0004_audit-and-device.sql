DROP INDEX `audit_event_at`;--> statement-breakpoint
CREATE INDEX `audit_event_at` ON `audit_event` (`at`,`id`,`action`,`outcome`,`actor`,`object`);--> statement-breakpoint
ALTER TABLE `session` ADD `device` text;