ALTER TABLE `submission_version` ADD `partial` integer;--> statement-breakpoint
CREATE INDEX `submission_version_decided` ON `submission_version` (`decided_by`,`decided_at`);