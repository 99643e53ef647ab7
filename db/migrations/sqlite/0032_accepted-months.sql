DROP INDEX `submission_version_state`;--> statement-breakpoint
CREATE INDEX `submission_version_state` ON `submission_version` (`state`,`year`,`region`,`month`);