package org.tongcheng.app;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.circle.Circle;
import org.tongcheng.planning.extent.Extent;
import org.tongcheng.web.planning.AnswerDesk;

/** The planning questions and the desk that answers them. */
@Configuration(proxyBeanMethods = false)
class PlanningWiring {

    @Bean
    QuestionReader questionReader(Networks networks, Clock clock) {
        return new QuestionReader(() -> networks.profiles().stream().map(Profile::id).toList(), clock);
    }

    @Bean
    Circle circle(Networks networks) {
        return new Circle(networks);
    }

    @Bean
    Extent extent() {
        return new Extent();
    }

    @Bean
    AnswerDesk answerDesk(FeatureStore store, PlanningFeatures features, QuestionReader reader, List<PlanningQuestion> questions) {
        return new AnswerDesk(store, features, reader, questions, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
